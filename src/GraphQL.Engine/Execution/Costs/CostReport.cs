namespace Webox.GraphQL.Engine.Execution.Costs;

/// <summary>What an operation has cost its client, in points: <c>extensions.cost</c> of the response.</summary>
/// <param name="Remaining">What is left of the budget.</param>
/// <param name="PerMinute">The whole budget.</param>
internal sealed record CostReport(long Requested, long Remaining, long PerMinute);
