using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Validation;

/// <summary>The <see cref="DirectiveLocations"/> that belong to kinds of operations and type definitions.</summary>
internal static class DirectiveLocationOf
{
    public static string Operation(OperationType operation) => operation switch
    {
        OperationType.Query => DirectiveLocations.Query,
        OperationType.Mutation => DirectiveLocations.Mutation,
        _ => DirectiveLocations.Subscription,
    };

    public static string Type(TypeDefinitionNode type) => type switch
    {
        ScalarTypeDefinitionNode => DirectiveLocations.Scalar,
        ObjectTypeDefinitionNode => DirectiveLocations.Object,
        InterfaceTypeDefinitionNode => DirectiveLocations.Interface,
        UnionTypeDefinitionNode => DirectiveLocations.Union,
        EnumTypeDefinitionNode => DirectiveLocations.Enum,
        _ => DirectiveLocations.InputObject,
    };
}
