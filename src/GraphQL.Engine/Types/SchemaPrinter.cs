using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types.Printing;

namespace Webox.GraphQL.Engine.Types;

/// <summary>
/// Writes a schema as SDL, without built-in scalars, directives and introspection types. The same schema always gives the
/// same text: directives first, then types in the order of <see cref="Schema.Types"/>. Directives of the application's own
/// that SDL applies are not written.
/// </summary>
public static class SchemaPrinter
{
    public static string Print(Schema schema)
    {
        var directives = schema.Directives.Where(directive => !SpecifiedDirectives.Contains(directive.Name));
        var types = schema.Types.Where(type => !SchemaTypes.IsBuiltIn(type));
        return Layout.Join(
            [SchemaDefinitionPrinter.Print(schema), .. directives.Select(MemberPrinter.Print), .. types.Select(TypePrinter.Print)], "\n\n");
    }

    /// <summary>One type alone; a built-in one too.</summary>
    public static string Print(NamedType type) => TypePrinter.Print(type);
}
