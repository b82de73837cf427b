using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// An argument that is given is one that the field or directive has.
/// https://spec.graphql.org/September2025/#sec-Argument-Names
/// </summary>
internal sealed class KnownArgumentNamesRule(ValidationContext context) : ValidationRule
{
    private readonly KnownArgumentNamesOnDirectivesRule _onDirectives = new(context);

    public override void EnterField(FieldNode field)
    {
        if (context.Types is not { Field: { } definition, ParentType: { } parent })
        {
            return;
        }

        foreach (var argument in field.Arguments)
        {
            var name = argument.Name.Value;
            if (!definition.Arguments.ContainsKey(name))
            {
                var suggestion = context.Suggest(name, definition.Arguments.Keys);
                context.Report($"Unknown argument \"{name}\" on field \"{parent}.{definition.Name}\".{suggestion}", argument);
            }
        }
    }

    public override void EnterDirectives(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location) =>
        _onDirectives.EnterDirectives(owner, directives, location);
}
