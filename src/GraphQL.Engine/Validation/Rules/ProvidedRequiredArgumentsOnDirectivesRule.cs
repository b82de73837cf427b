using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Every argument that a directive requires is given.
/// https://spec.graphql.org/September2025/#sec-Required-Arguments
/// </summary>
internal sealed class ProvidedRequiredArgumentsOnDirectivesRule(RuleContext context) : ValidationRule
{
    public override void EnterDirectives(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location)
    {
        foreach (var directive in directives)
        {
            if (context.Directives.TryGetValue(directive.Name.Value, out var signature))
            {
                Check(directive, signature);
            }
        }
    }

    private void Check(DirectiveNode directive, DirectiveSignature signature)
    {
        foreach (var argument in signature.Arguments)
        {
            if (argument.IsRequired && directive.Arguments.All(given => given.Name.Value != argument.Name))
            {
                context.Report(
                    $"Argument \"@{signature.Name}({argument.Name}:)\" of type \"{argument.Type}\" is required, but it was not provided.",
                    directive);
            }
        }
    }
}
