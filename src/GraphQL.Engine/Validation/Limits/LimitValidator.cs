using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Limits;

/// <summary>
/// Refuses documents that ask for too much. Runs after <see cref="DocumentValidator"/>, but relies on nothing it has found: circles of
/// fragments and unknown names do no harm.
/// </summary>
public static class LimitValidator
{
    /// <returns>At most one error for each limit and operation. Empty when the document is within all limits.</returns>
    public static IReadOnlyList<IError> Validate(Schema schema, DocumentNode document, ExecutionLimits limits) =>
        Measure(schema, document, limits, out _);

    /// <param name="costs">Of the operations, in points. Meaningless where there are errors.</param>
    /// <inheritdoc cref="Validate"/>
    internal static IReadOnlyList<IError> Measure(
        Schema schema, DocumentNode document, ExecutionLimits limits, out Dictionary<OperationDefinitionNode, long> costs)
    {
        costs = new(ReferenceEqualityComparer.Instance);
        var fragments = new FragmentIndex(document);
        var errors = new List<IError>();
        var spreadVisitsLeft = limits.FragmentSpreadVisitsMax;
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            var meter = new OperationMeter(schema, fragments, limits, operation, spreadVisitsLeft);
            errors.AddRange(meter.Measure());
            costs[operation] = meter.Cost;
            spreadVisitsLeft = meter.SpreadVisitsLeft;
            if (spreadVisitsLeft < 0)
            {
                break;
            }
        }

        return errors;
    }
}
