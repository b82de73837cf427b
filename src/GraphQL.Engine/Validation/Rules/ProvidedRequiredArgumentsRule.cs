using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// Every argument that a field or directive requires is given.
/// https://spec.graphql.org/September2025/#sec-Required-Arguments
/// </summary>
internal sealed class ProvidedRequiredArgumentsRule(ValidationContext context) : ValidationRule
{
    private readonly ProvidedRequiredArgumentsOnDirectivesRule _onDirectives = new(context);

    public override void EnterField(FieldNode field)
    {
        if (context.Types is not { Field: { Arguments.Count: > 0 } definition, ParentType: { } type })
        {
            return;
        }

        var given = field.Arguments.Select(argument => argument.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var argument in definition.Arguments.Values)
        {
            if (argument.IsRequired && !given.Contains(argument.Name))
            {
                context.Report(
                    $"Argument \"{type}.{definition.Name}({argument.Name}:)\" of type \"{argument.Type}\" is required, "
                    + "but it was not provided.",
                    field);
            }
        }
    }

    public override void EnterDirectives(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location) =>
        _onDirectives.EnterDirectives(owner, directives, location);
}
