namespace Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

/// <summary>
/// What merging fields may cost: one for every selection looked at and for every field compared. Honest documents need about four for
/// each of their fields; documents made to be expensive run out.
/// </summary>
internal sealed class ComparisonBudget
{
    public const int StepsMax = 100_000;

    public int StepsSpent { get; private set; }

    public bool IsExhausted => StepsSpent > StepsMax;

    /// <returns>False when that was more than is left.</returns>
    public bool Spend(int steps)
    {
        // Both are at most a document's number of nodes, so the sum does not overflow before the budget is exhausted.
        StepsSpent = Math.Min(StepsSpent + steps, StepsMax + 1);
        return !IsExhausted;
    }
}
