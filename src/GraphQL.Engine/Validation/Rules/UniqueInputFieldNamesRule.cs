using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A field of an input object is given once.
/// https://spec.graphql.org/September2025/#sec-Input-Object-Field-Uniqueness
/// </summary>
internal sealed class UniqueInputFieldNamesRule(RuleContext context) : ValidationRule
{
    public override void EnterObjectValue(ObjectValueNode value)
    {
        var seen = new Dictionary<string, NameNode>(StringComparer.Ordinal);
        foreach (var field in value.Fields)
        {
            var name = field.Name;
            if (!seen.TryAdd(name.Value, name))
            {
                context.Report($"There can be only one input field named \"{name.Value}\".", seen[name.Value], name);
            }
        }
    }
}
