using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.Rules;

/// <summary>
/// A variable is of an input type.
/// https://spec.graphql.org/September2025/#sec-Variables-Are-Input-Types
/// </summary>
internal sealed class VariablesAreInputTypesRule(ValidationContext context) : ValidationRule
{
    public override void EnterVariableDefinition(VariableDefinitionNode variable)
    {
        if (context.Schema.FindType(TypeReferences.NamedTypeOf(variable.Type).Name.Value) is { IsInput: false })
        {
            context.Report(
                $"Variable \"${variable.Variable.Name.Value}\" cannot be non-input type \"{Printer.Print(variable.Type)}\".",
                variable.Type);
        }
    }
}
