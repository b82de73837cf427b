using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A document to be executed holds operations and fragments only.
/// https://spec.graphql.org/September2025/#sec-Executable-Definitions
/// </summary>
internal sealed class ExecutableDefinitionsRule(ValidationContext context) : ValidationRule
{
    public override void EnterDefinition(DefinitionNode definition)
    {
        if (definition is not ExecutableDefinitionNode)
        {
            context.Report($"The {NameOf(definition)} definition is not executable.", definition);
        }
    }

    private static string NameOf(DefinitionNode definition) => definition switch
    {
        TypeDefinitionNode type => $"\"{type.Name.Value}\"",
        DirectiveDefinitionNode directive => $"\"{directive.Name.Value}\"",
        _ => "schema",
    };
}
