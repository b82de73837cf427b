using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>Walks the type system definitions of a document once and shows them to every rule.</summary>
internal sealed class SdlWalker(SdlContext context, IReadOnlyList<ValidationRule> rules)
{
    public void Walk()
    {
        ForEachRule(rule => rule.EnterDocument(context.Document));
        foreach (var definition in context.Document.Definitions)
        {
            ForEachRule(rule => rule.EnterDefinition(definition));
            Visit(definition);
        }

        ForEachRule(rule => rule.LeaveDocument(context.Document));
    }

    private void Visit(DefinitionNode definition)
    {
        switch (definition)
        {
            case SchemaDefinitionNode schema:
                Visit(schema, schema.Directives, DirectiveLocations.Schema);
                Visit(schema.OperationTypes.Select(operation => operation.Type));
                break;
            case SchemaExtensionNode schema:
                Visit(schema, schema.Directives, DirectiveLocations.Schema);
                Visit(schema.OperationTypes.Select(operation => operation.Type));
                break;
            case DirectiveDefinitionNode directive:
                Visit(directive.Arguments, DirectiveLocations.ArgumentDefinition);
                break;
            case TypeDefinitionNode type:
                Visit(type, type.Directives, DirectiveLocationOf.Type(type));
                VisitParts(type);
                break;
        }
    }

    private void VisitParts(TypeDefinitionNode type)
    {
        switch (type)
        {
            case ObjectTypeDefinitionNode objectType:
                Visit(objectType.Interfaces);
                Visit(objectType.Fields);
                break;
            case InterfaceTypeDefinitionNode interfaceType:
                Visit(interfaceType.Interfaces);
                Visit(interfaceType.Fields);
                break;
            case UnionTypeDefinitionNode union:
                Visit(union.Types);
                break;
            case EnumTypeDefinitionNode enumType:
                foreach (var value in enumType.Values)
                {
                    Visit(value, value.Directives, DirectiveLocations.EnumValue);
                }

                break;
            case InputObjectTypeDefinitionNode input:
                Visit(input.Fields, DirectiveLocations.InputFieldDefinition);
                break;
        }
    }

    private void Visit(IReadOnlyList<FieldDefinitionNode> fields)
    {
        foreach (var field in fields)
        {
            Visit(field.Arguments, DirectiveLocations.ArgumentDefinition);
            Visit([TypeReferences.NamedTypeOf(field.Type)]);
            Visit(field, field.Directives, DirectiveLocations.FieldDefinition);
        }
    }

    private void Visit(IReadOnlyList<InputValueDefinitionNode> inputs, string location)
    {
        foreach (var input in inputs)
        {
            Visit([TypeReferences.NamedTypeOf(input.Type)]);
            if (input.DefaultValue is { } value)
            {
                Visit(value);
            }

            Visit(input, input.Directives, location);
        }
    }

    private void Visit(IEnumerable<NamedTypeNode> types)
    {
        foreach (var type in types)
        {
            ForEachRule(rule => rule.EnterNamedType(type));
        }
    }

    private void Visit(SyntaxNode owner, IReadOnlyList<DirectiveNode> directives, string location)
    {
        ForEachRule(rule => rule.EnterDirectives(owner, directives, location));
        foreach (var directive in directives)
        {
            ForEachRule(rule => rule.EnterArguments(directive.Arguments));
            foreach (var argument in directive.Arguments)
            {
                Visit(argument.Value);
            }
        }
    }

    private void Visit(ValueNode value)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    Visit(item);
                }

                break;
            case ObjectValueNode fields:
                ForEachRule(rule => rule.EnterObjectValue(fields));
                foreach (var field in fields.Fields)
                {
                    Visit(field.Value);
                }

                break;
        }
    }

    private void ForEachRule(Action<ValidationRule> visit)
    {
        foreach (var rule in rules)
        {
            visit(rule);
        }
    }
}
