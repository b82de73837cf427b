using Webox.GraphQL.Engine.Execution.Costs;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>What all executions against one schema share.</summary>
internal sealed record ExecutionEnvironment(
    Schema Schema, AbstractTypes AbstractTypes, ErrorHandler Errors, TimeSpan Timeout, TimeProvider TimeProvider);

/// <summary>One thing to execute: a query, a mutation, or the answer to one event.</summary>
/// <param name="Services">Scoped services of the request or event.</param>
internal sealed record ExecutionRequest(
    OperationPlan Plan,
    IReadOnlyDictionary<string, object?> Variables,
    IServiceProvider Services,
    IReadOnlyDictionary<string, object?> GlobalState,
    object? EventMessage = null)
{
    /// <summary>What its client paid. Null: nothing.</summary>
    public CostReport? Cost { get; init; }
}
