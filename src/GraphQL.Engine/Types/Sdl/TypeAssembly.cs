using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Sdl;

/// <summary>Fills declared types with what their definitions and extensions say.</summary>
internal sealed class TypeAssembly(TypeReferences references, MemberAssembly members, List<IError> errors)
{
    public void Fill(NamedType type, IReadOnlyList<TypeDefinitionNode> parts)
    {
        foreach (var part in parts)
        {
            switch (type, part)
            {
                case (FieldedType fielded, ObjectTypeDefinitionNode node):
                    Fill(fielded, node.Interfaces, node.Fields);
                    break;
                case (FieldedType fielded, InterfaceTypeDefinitionNode node):
                    Fill(fielded, node.Interfaces, node.Fields);
                    break;
                case (UnionType union, UnionTypeDefinitionNode node):
                    Fill(union, node);
                    break;
                case (EnumType @enum, EnumTypeDefinitionNode node):
                    Fill(@enum, node);
                    break;
                case (InputObjectType input, InputObjectTypeDefinitionNode node):
                    Fill(input, node);
                    break;
            }
        }

        if (type is ScalarType scalar)
        {
            scalar.SpecifiedByUrl = AppliedDirectives.FindSpecifiedByUrl(scalar.Directives);
        }
    }

    private void Fill(FieldedType type, IReadOnlyList<NamedTypeNode> interfaces, IReadOnlyList<FieldDefinitionNode> fields)
    {
        foreach (var node in interfaces)
        {
            string Complain(string other) => $"Type {type.Name} must only implement Interface types, it cannot implement {other}.";
            if (references.Find<InterfaceType>(node, Complain) is { } contract)
            {
                type.Interfaces.Add(contract);
            }
        }

        foreach (var node in fields)
        {
            if (!type.Fields.TryAdd(node.Name.Value, members.MakeField(type, node)))
            {
                errors.Report($"Field \"{type.Name}.{node.Name.Value}\" can only be defined once.", node.Name);
            }
        }
    }

    private void Fill(UnionType union, UnionTypeDefinitionNode part)
    {
        foreach (var node in part.Types)
        {
            string Complain(string other) => $"Union type {union.Name} can only include Object types, it cannot include {other}.";
            if (references.Find<ObjectType>(node, Complain) is { } type)
            {
                union.Types.Add(type);
            }
        }
    }

    private void Fill(EnumType type, EnumTypeDefinitionNode part)
    {
        foreach (var node in part.Values)
        {
            if (!type.Values.TryAdd(node.Name.Value, MemberAssembly.MakeEnumValue(node)))
            {
                errors.Report($"Enum value \"{type.Name}.{node.Name.Value}\" can only be defined once.", node.Name);
            }
        }
    }

    private void Fill(InputObjectType type, InputObjectTypeDefinitionNode part)
    {
        type.IsOneOf = AppliedDirectives.IsOneOf(type.Directives);
        foreach (var node in part.Fields)
        {
            if (!type.Fields.TryAdd(node.Name.Value, members.MakeInput(node)))
            {
                errors.Report($"Field \"{type.Name}.{node.Name.Value}\" can only be defined once.", node.Name);
            }
        }
    }
}
