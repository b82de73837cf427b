using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

/// <summary>
/// One error: two fields of one selection that conflict, by themselves or because of their subfields.
/// </summary>
internal sealed class ConflictReport(MergedField a, MergedField b)
{
    // Messages of conflicts farther down than this begin in the middle, so that no message and no recursion is as deep as the document.
    private const int LevelsMax = 32;

    private readonly List<ConflictReport> _below = [];
    private string? _reason;

    /// <summary>The fields it is about.</summary>
    public (int, int) Key { get; } = FieldConflict.KeyOf(a, b);

    public string Message =>
        $"Fields \"{a.Node.ResponseKey}\" conflict because {Explain()}. "
        + "Use different aliases on the fields to fetch both if this was intentional.";

    public IReadOnlyList<SyntaxNode> Nodes => [.. Sides(report => report.SideA), .. Sides(report => report.SideB)];

    private FieldNode SideA => a.Node;

    private FieldNode SideB => b.Node;

    /// <summary>Joins conflicts that are reasons of the same conflict further up.</summary>
    public static IEnumerable<ConflictReport> Join(IReadOnlyList<FieldConflict> conflicts)
    {
        var direct = conflicts.Select(conflict => conflict.Key).ToHashSet();
        var reports = new OrderedDictionary<(int, int), ConflictReport>();
        foreach (var conflict in conflicts)
        {
            var chain = ChainOf(conflict);
            if (chain.SkipLast(1).Any(pair => direct.Contains(FieldConflict.KeyOf(pair.A, pair.B))))
            {
                // Fields that conflict themselves are never merged, so what is below them does not matter.
                continue;
            }

            var (a, b) = chain[0];
            if (!reports.TryGetValue(FieldConflict.KeyOf(a, b), out var report))
            {
                reports[FieldConflict.KeyOf(a, b)] = report = new ConflictReport(a, b);
            }

            report.Add(chain, conflict.Reason);
        }

        return reports.Values;
    }

    /// <summary>The pairs of parents through which both fields got into one set, from the top; the conflict itself comes last.</summary>
    private static List<(MergedField A, MergedField B)> ChainOf(FieldConflict conflict)
    {
        var chain = new List<(MergedField A, MergedField B)> { (conflict.A, conflict.B) };
        while (chain.Count < LevelsMax && chain[^1] is ({ Parent: { } a }, { Parent: { } b }) && a.Node != b.Node)
        {
            chain.Add((a, b));
        }

        chain.Reverse();
        return chain;
    }

    private void Add(List<(MergedField A, MergedField B)> chain, string reason)
    {
        var report = this;
        foreach (var (a, b) in chain.Skip(1))
        {
            var next = report._below.Find(child => child.Key == FieldConflict.KeyOf(a, b));
            if (next is null)
            {
                report._below.Add(next = new ConflictReport(a, b));
            }

            report = next;
        }

        report._reason ??= reason;
    }

    private string Explain() => _reason
        ?? string.Join(" and ", _below.Select(child => $"subfields \"{child.SideA.ResponseKey}\" conflict because {child.Explain()}"));

    private IEnumerable<FieldNode> Sides(Func<ConflictReport, FieldNode> side) =>
        [side(this), .. _below.SelectMany(child => child.Sides(side))];
}
