using Webox.GraphQL.Engine.Execution.Results;

namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>A part of a response that comes later: executed like the operation, with its loop, its state and its time.</summary>
internal abstract class Part(OperationExecution execution) : Resolution(execution.Environment, execution.Request, execution.Deadline)
{
    public override IDictionary<string, object?> GlobalState => execution.GlobalState;

    public override IServiceProvider MutationServices => execution.MutationServices;

    protected OperationExecution Execution => execution;
}

/// <summary>What a part has become.</summary>
/// <param name="Json">The fields as an object, or the items with commas between them. Null: nothing is shown.</param>
/// <param name="Errors">Of what is shown.</param>
/// <param name="Failure">Why what should follow does not. Null: it does.</param>
/// <param name="Found">What is to come after it.</param>
internal sealed record PartResult(JsonBuffer? Json, IReadOnlyList<IError> Errors, IReadOnlyList<IError>? Failure, FoundParts Found) : IDisposable
{
    public void Dispose() => Json?.Dispose();
}
