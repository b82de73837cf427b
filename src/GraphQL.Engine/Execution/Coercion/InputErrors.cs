using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>What is wrong with an input value, in the words that clients know from graphql-js.</summary>
internal static class InputErrors
{
    public static GraphQLException Null(GraphType type) => new($"Expected non-nullable type \"{type}\" not to be null.");

    public static GraphQLException NotInput(GraphType type) => new($"Type \"{type}\" is no input type.");

    public static GraphQLException NotObject(InputObjectType type) => new($"Expected type \"{type}\" to be an object.");

    public static GraphQLException UnknownField(InputObjectType type, string field) =>
        new($"Field \"{field}\" is not defined by type \"{type}\".");

    public static GraphQLException MissingField(InputObjectType type, InputValue field) =>
        new($"Field \"{field.Name}\" of required type \"{field.Type}\" was not provided.");

    public static GraphQLException OneOf(InputObjectType type) =>
        new($"Exactly one key must be specified for OneOf type \"{type}\".");

    public static GraphQLException OneOfNull(string field) => new($"Field \"{field}\" must be non-null.");

    public static GraphQLException NotEnum(EnumType type, string value) =>
        new($"Enum \"{type}\" cannot represent non-enum value: {value}.");

    public static GraphQLException NotString(EnumType type, string value) =>
        new($"Enum \"{type}\" cannot represent non-string value: {value}.");

    public static GraphQLException UnknownEnumValue(EnumType type, string value) =>
        new($"Value \"{value}\" does not exist in \"{type}\" enum.");
}
