using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// No two fragments of a document have the same name.
/// https://spec.graphql.org/September2025/#sec-Fragment-Name-Uniqueness
/// </summary>
internal sealed class UniqueFragmentNamesRule(ValidationContext context) : ValidationRule
{
    private readonly Dictionary<string, NameNode> _seen = new(StringComparer.Ordinal);

    public override void EnterFragment(FragmentDefinitionNode fragment)
    {
        var name = fragment.Name;
        if (!_seen.TryAdd(name.Value, name))
        {
            context.Report($"There can be only one fragment named \"{name.Value}\".", _seen[name.Value], name);
        }
    }
}
