namespace Webox.GraphQL.Engine.Types;

/// <summary>The rules a type system must keep. https://spec.graphql.org/September2025/#sec-Type-System</summary>
public static class SchemaValidator
{
    /// <returns>Empty when the schema is sound.</returns>
    public static IReadOnlyList<IError> Validate(Schema schema) => throw new NotSupportedException();
}
