using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Fields with the same response key are the same field with the same arguments where they can meet on one object, and of the same
/// shape everywhere. https://spec.graphql.org/September2025/#sec-Field-Selection-Merging
/// </summary>
internal sealed class OverlappingFieldsCanBeMergedRule : ValidationRule
{
    // More than a reader wants to see of one response key. A bound at all, because pairs of conflicting fields grow with their square.
    private const int ConflictsPerGroupMax = 100;

    private readonly ValidationContext _context;
    private readonly FieldCollector _collector;
    private readonly FieldConflictFinder _finder;
    private readonly HashSet<FragmentDefinitionNode> _covered = [];
    private readonly HashSet<(int, int)> _reported = [];

    public OverlappingFieldsCanBeMergedRule(ValidationContext context)
    {
        _context = context;
        _collector = new FieldCollector(context, Budget);
        _finder = new FieldConflictFinder(_collector, Budget, Math.Min(context.ErrorsMax, ConflictsPerGroupMax) + 1);
    }

    /// <summary>For tests: how much work a document was.</summary>
    internal ComparisonBudget Budget { get; } = new();

    public override void LeaveDocument(DocumentNode document)
    {
        foreach (var operation in document.Definitions.OfType<OperationDefinitionNode>())
        {
            Check(operation, RootTypes.Find(_context.Schema, operation.Operation));
        }

        // What operations reach was merged with them. The rest is unused, but its conflicts are worth telling.
        foreach (var fragment in document.Definitions.OfType<FragmentDefinitionNode>())
        {
            if (_covered.Add(fragment))
            {
                Check(fragment, _context.Schema.FindType(fragment.TypeCondition.Name.Value) as CompositeType);
            }
        }

        if (Budget.IsExhausted)
        {
            _context.Report(new Error
            {
                Message = "The fields of this document are too many to merge.",
                Code = ErrorCodes.QueryTooComplex,
            });
        }
    }

    private void Check(ExecutableDefinitionNode definition, CompositeType? type)
    {
        if (Budget.IsExhausted || _context.IsAborted)
        {
            return;
        }

        _covered.UnionWith(_context.Fragments.ReachableFrom(definition));
        foreach (var report in ConflictReport.Join(_finder.Find(_collector.CollectRoot(definition, type))))
        {
            if (_reported.Add(report.Key))
            {
                _context.Report(report.Message, report.Nodes);
            }
        }
    }
}
