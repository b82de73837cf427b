using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A fragment does not spread itself, directly or through others.
/// https://spec.graphql.org/September2025/#sec-Fragment-Spreads-Must-Not-Form-Cycles
/// </summary>
internal sealed class NoFragmentCyclesRule(ValidationContext context) : ValidationRule
{
    private readonly HashSet<FragmentDefinitionNode> _visited = [];

    // The way from the fragment at which the search began. The stack is our own, so no chain of fragments overflows that of the thread.
    private readonly List<Step> _path = [];
    private readonly Dictionary<string, int> _depthByName = new(StringComparer.Ordinal);

    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        Enter(fragment);
        while (_path.Count > 0 && !context.IsAborted)
        {
            var step = _path[^1];
            if (step.Next == step.Spreads.Count)
            {
                _path.RemoveAt(_path.Count - 1);
                _depthByName.Remove(step.Name);
                continue;
            }

            var spread = step.Spreads[step.Next++];
            if (_depthByName.TryGetValue(spread.Name.Value, out var depth))
            {
                Report(depth);
            }
            else if (context.Fragments.Find(spread.Name.Value) is { } target)
            {
                Enter(target);
            }
        }
    }

    private void Enter(FragmentDefinitionNode fragment)
    {
        if (_visited.Add(fragment))
        {
            _depthByName[fragment.Name.Value] = _path.Count;
            _path.Add(new Step(fragment.Name.Value, context.Fragments.SpreadsIn(fragment)));
        }
    }

    private void Report(int depth)
    {
        var spreads = _path.Skip(depth).Select(step => step.Spreads[step.Next - 1]).ToArray();
        var via = string.Join(", ", spreads.SkipLast(1).Select(spread => $"\"{spread.Name.Value}\""));
        context.Report(
            $"Cannot spread fragment \"{spreads[^1].Name.Value}\" within itself{(via.Length > 0 ? $" via {via}" : "")}.", spreads);
    }

    private sealed class Step(string name, IReadOnlyList<FragmentSpreadNode> spreads)
    {
        public string Name { get; } = name;

        public IReadOnlyList<FragmentSpreadNode> Spreads { get; } = spreads;

        public int Next { get; set; }
    }
}
