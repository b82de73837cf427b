namespace Webox.GraphQL.Engine.Types;

/// <summary>Writes a schema as SDL, without built-in scalars, directives and introspection types.</summary>
public static class SchemaPrinter
{
    public static string Print(Schema schema) => throw new NotSupportedException();
}
