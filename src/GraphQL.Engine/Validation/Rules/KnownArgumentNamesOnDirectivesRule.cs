using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// An argument that is given to a directive is one that the directive has.
/// https://spec.graphql.org/September2025/#sec-Argument-Names
/// </summary>
internal sealed class KnownArgumentNamesOnDirectivesRule(RuleContext context) : ValidationRule
{
    public override void EnterDirectives(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            if (context.Directives.TryGetValue(directive.Name.Value, out var signature))
            {
                Check(directive, [.. signature.Arguments.Select(argument => argument.Name)]);
            }
        }
    }

    private void Check(DirectiveNode directive, IReadOnlyList<string> known)
    {
        foreach (var argument in directive.Arguments)
        {
            var name = argument.Name.Value;
            if (!known.Contains(name))
            {
                context.Report(
                    $"Unknown argument \"{name}\" on directive \"@{directive.Name.Value}\".{context.Suggest(name, known)}", argument);
            }
        }
    }
}
