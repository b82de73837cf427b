using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// An argument is given once.
/// https://spec.graphql.org/September2025/#sec-Argument-Uniqueness
/// </summary>
internal sealed class UniqueArgumentNamesRule(RuleContext context) : ValidationRule
{
    public override void EnterArguments(IReadOnlyList<ArgumentNode> arguments)
    {
        foreach (var group in arguments.Select(argument => argument.Name).GroupBy(name => name.Value))
        {
            if (group.Skip(1).Any())
            {
                context.Report($"There can be only one argument named \"{group.Key}\".", [.. group]);
            }
        }
    }
}
