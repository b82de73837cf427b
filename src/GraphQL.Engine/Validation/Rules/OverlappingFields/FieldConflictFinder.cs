using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

/// <summary>
/// Finds fields that cannot be merged, without comparing each with each. "The same call" and "the same shape" are equivalences, so
/// the fields of a response key are divided into classes by a text; more than one class is a conflict, and one class is merged and
/// its subfields are looked at as one set. A set seen before is not looked at again, which also ends circles of fragments.
/// Sets wait in a queue, not on the stack: how deep a document goes through fragments has no bound.
/// </summary>
internal sealed class FieldConflictFinder(FieldCollector collector, ComparisonBudget budget, int conflictsPerGroupMax)
{
    private readonly HashSet<string> _calledSets = new(StringComparer.Ordinal);
    private readonly HashSet<string> _shapedSets = new(StringComparer.Ordinal);

    /// <summary>Conflicts between fields of the set and below it. Incomplete when the budget is exhausted.</summary>
    public IReadOnlyList<FieldConflict> Find(IReadOnlyList<MergedField> fields)
    {
        var conflicts = new List<FieldConflict>();
        Search(fields, GroupsThatMeet, _calledSets, facts => facts.Call, (a, b) => DescribeCalls(a.Facts, b.Facts), conflicts);
        Search(fields, group => [group], _shapedSets, facts => facts.Shape, (a, b) => DescribeShapes(a.Facts, b.Facts), conflicts);
        return conflicts;
    }

    private void Search(
        IReadOnlyList<MergedField> root,
        Func<IReadOnlyList<MergedField>, IEnumerable<IReadOnlyList<MergedField>>> split,
        HashSet<string> seen,
        Func<FieldFacts, string?> classify,
        Func<MergedField, MergedField, string> describe,
        List<FieldConflict> conflicts)
    {
        var open = new Queue<IReadOnlyList<MergedField>>([root]);
        while (open.TryDequeue(out var fields))
        {
            foreach (var group in fields.GroupBy(field => field.Node.ResponseKey).SelectMany(key => split([.. key])))
            {
                if (!budget.Spend(group.Count))
                {
                    return;
                }

                if (!seen.Add(KeyOf(group)))
                {
                    continue;
                }

                var classes = Classes(group, classify);
                if (classes.Count > 1)
                {
                    conflicts.AddRange(Conflicts(group, classes, describe));
                }

                foreach (var merged in classes)
                {
                    var below = collector.CollectBelow(merged);
                    if (below.Count > 0)
                    {
                        open.Enqueue(below);
                    }
                }
            }
        }
    }

    /// <summary>Fields of which a class is unknown conflict with none and are put to the first.</summary>
    private static List<List<MergedField>> Classes(IReadOnlyList<MergedField> group, Func<FieldFacts, string?> classify)
    {
        var classes = group.Where(field => classify(field.Facts) is not null)
            .GroupBy(field => classify(field.Facts))
            .Select(equal => equal.ToList())
            .ToList();
        var unknown = group.Where(field => classify(field.Facts) is null).ToList();
        if (classes.Count == 0)
        {
            return [unknown];
        }

        classes[0].AddRange(unknown);
        return classes;
    }

    private IEnumerable<FieldConflict> Conflicts(
        IReadOnlyList<MergedField> group, List<List<MergedField>> classes, Func<MergedField, MergedField, string> describe)
    {
        var positions = group.Index().ToDictionary(field => field.Item.Facts.Id, field => field.Index);
        var pairs =
            from first in Enumerable.Range(0, classes.Count)
            from second in Enumerable.Range(first + 1, classes.Count - first - 1)
            from a in classes[first]
            from b in classes[second]
            where describe(a, b).Length > 0
            select positions[a.Facts.Id] < positions[b.Facts.Id] ? (A: a, B: b) : (A: b, B: a);
        return pairs.Take(conflictsPerGroupMax).Select(pair => new FieldConflict(pair.A, pair.B, describe(pair.A, pair.B)));
    }

    /// <summary>
    /// Parts of a group whose fields can be selected on one object. Fields on two different object types never meet, so they may be
    /// different fields.
    /// </summary>
    private static IEnumerable<IReadOnlyList<MergedField>> GroupsThatMeet(IReadOnlyList<MergedField> group)
    {
        var objectTypes = group.Select(field => field.Facts.ParentType).OfType<ObjectType>().Distinct().ToArray();
        if (objectTypes.Length <= 1)
        {
            yield return group;
            yield break;
        }

        foreach (var type in objectTypes)
        {
            yield return [.. group.Where(field => field.Facts.ParentType == type || field.Facts.ParentType is not ObjectType)];
        }
    }

    private static string DescribeCalls(FieldFacts a, FieldFacts b) => a.Node.Name.Value == b.Node.Name.Value
        ? "they have differing arguments"
        : $"\"{a.Node.Name.Value}\" and \"{b.Node.Name.Value}\" are different fields";

    private static string DescribeShapes(FieldFacts a, FieldFacts b) => a.Definition is null || b.Definition is null
        ? ""
        : a.Stream is not null || b.Stream is not null
        ? "they have overlapping stream directives"
        : $"they return conflicting types \"{a.Definition.Type}\" and \"{b.Definition.Type}\"";

    private static string KeyOf(IReadOnlyList<MergedField> group) => string.Join(',', group.Select(field => field.Facts.Id).Order());
}
