using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Sdl;

/// <summary>Makes the parts of types and directives of their definitions.</summary>
internal sealed class MemberAssembly(TypeReferences references, List<IError> errors)
{
    public Field MakeField(FieldedType owner, FieldDefinitionNode node)
    {
        var field = new Field(node.Name.Value, references.Find(node.Type))
        {
            Description = node.Description?.Value,
            DeprecationReason = AppliedDirectives.FindDeprecationReason(node.Directives),
            Directives = node.Directives,
        };
        AddArguments(field.Arguments, node.Arguments, $"{owner.Name}.{node.Name.Value}");
        return field;
    }

    public DirectiveDefinition MakeDirective(DirectiveDefinitionNode node)
    {
        var directive = new DirectiveDefinition(node.Name.Value)
        {
            Description = node.Description?.Value,
            IsRepeatable = node.IsRepeatable,
            Locations = [.. node.Locations.Select(location => location.Value)],
        };
        AddArguments(directive.Arguments, node.Arguments, $"@{node.Name.Value}");
        return directive;
    }

    public InputValue MakeInput(InputValueDefinitionNode node) => new(node.Name.Value, references.Find(node.Type))
    {
        Description = node.Description?.Value,
        DeprecationReason = AppliedDirectives.FindDeprecationReason(node.Directives),
        Directives = node.Directives,
        DefaultValue = node.DefaultValue,
    };

    public static EnumValue MakeEnumValue(EnumValueDefinitionNode node) => new(node.Name.Value)
    {
        Description = node.Description?.Value,
        DeprecationReason = AppliedDirectives.FindDeprecationReason(node.Directives),
        Directives = node.Directives,
    };

    private void AddArguments(
        OrderedDictionary<string, InputValue> arguments, IReadOnlyList<InputValueDefinitionNode> nodes, string owner)
    {
        foreach (var node in nodes)
        {
            if (!arguments.TryAdd(node.Name.Value, MakeInput(node)))
            {
                errors.Report($"Argument \"{owner}({node.Name.Value}:)\" can only be defined once.", node.Name);
            }
        }
    }
}
