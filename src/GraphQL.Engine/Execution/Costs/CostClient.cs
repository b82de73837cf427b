namespace Webox.GraphQL.Engine.Execution.Costs;

/// <summary>Who pays for an operation.</summary>
/// <param name="Id">Unlike that of any other client.</param>
public sealed record CostClient(string Id, bool IsSignedIn);
