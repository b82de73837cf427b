using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Subscriptions;

/// <summary>What the opener of a source stream may know. Its services live as long as the stream.</summary>
internal sealed class SubscriberContext(
    Schema schema, FieldPlan plan, ExecutionRequest request, IServiceProvider services, CancellationToken aborted) : ResolverContext
{
    private IReadOnlyDictionary<string, object?>? _arguments;

    public override object? Parent => null;

    public override Schema Schema => schema;

    public override Field Field => plan.Field;

    public override IReadOnlyDictionary<string, object?> Arguments => _arguments ??= plan.CoerceArguments(request.Variables);

    public override IServiceProvider Services => services;

    public override IServiceProvider RequestServices => services;

    public override CancellationToken RequestAborted => aborted;

    public override IDictionary<string, object?> GlobalState { get; } = new Dictionary<string, object?>(request.GlobalState);

    public override object? EventMessage => null;

    public override IReadOnlyList<object> Path => [plan.ResponseKey];

    public override bool IsSelected(string fieldName) => plan.Selection?.Selects(fieldName) == true;
}
