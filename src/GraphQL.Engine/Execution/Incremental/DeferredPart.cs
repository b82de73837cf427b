using Webox.GraphQL.Engine.Execution.Plans;

namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>Fields of one object that one or more deferred fragments wait for.</summary>
/// <param name="scope">The fragments around it.</param>
internal sealed class DeferredPart(
    OperationExecution execution, IReadOnlyList<DeliveryGroup> groups, ObjectPlan plan, object? source, IReadOnlyList<object> path, DeliveryScope scope)
    : Part(execution)
{
    private readonly ObjectNode _node = new(plan, source, ResponsePath.Of(path));

    public IReadOnlyList<DeliveryGroup> Groups { get; } = groups;

    public IReadOnlyList<object> Path { get; } = path;

    public bool IsStarted { get; private set; }

    /// <summary>Null: it is not done.</summary>
    public PartResult? Result { get; private set; }

    /// <summary>Streams that begin when it is delivered.</summary>
    public List<StreamPart> Streams { get; } = [];

    public void Start()
    {
        IsStarted = true;
        if (plan.NeedsResolvers)
        {
            AddReady(_node);
        }
    }

    public PartResult Write(int room)
    {
        var found = new FoundParts(Execution, room) { Scope = scope };
        var writer = new PartWriter(Environment, found, Path);
        var isWritten = writer.WriteFields(_node);
        var (json, errors) = writer.Take();
        if (isWritten)
        {
            return Result = new PartResult(json, errors, null, found);
        }

        json.Dispose();
        found.Forget(0);
        return Result = new PartResult(null, [], errors, found);
    }
}
