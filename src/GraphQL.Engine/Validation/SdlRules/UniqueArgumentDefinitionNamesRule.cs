using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation.SdlRules;

/// <summary>
/// An argument of a field or directive is defined once.
/// https://spec.graphql.org/September2025/#sec-Field-Arguments
/// </summary>
internal sealed class UniqueArgumentDefinitionNamesRule(SdlContext context) : ValidationRule
{
    public override void EnterDefinition(DefinitionNode definition)
    {
        switch (definition)
        {
            case DirectiveDefinitionNode directive:
                Check($"@{directive.Name.Value}", directive.Arguments);
                break;
            case ObjectTypeDefinitionNode type:
                Check(type.Name.Value, type.Fields);
                break;
            case InterfaceTypeDefinitionNode type:
                Check(type.Name.Value, type.Fields);
                break;
        }
    }

    private void Check(string type, IReadOnlyList<FieldDefinitionNode> fields)
    {
        foreach (var field in fields)
        {
            Check($"{type}.{field.Name.Value}", field.Arguments);
        }
    }

    private void Check(string owner, IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        foreach (var group in arguments.Select(argument => argument.Name).GroupBy(name => name.Value))
        {
            if (group.Skip(1).Any())
            {
                context.Report($"Argument \"{owner}({group.Key}:)\" can only be defined once.", [.. group]);
            }
        }
    }
}
