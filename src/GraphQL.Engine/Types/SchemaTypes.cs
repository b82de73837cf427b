using Webox.GraphQL.Engine.Types.Introspection;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types;

/// <summary>The types of a schema, with those that it need not define.</summary>
public static class SchemaTypes
{
    /// <summary>
    /// <paramref name="types"/>, then the specified scalars that they or <paramref name="directives"/> refer to, then the
    /// introspection types. A specified scalar that nothing refers to is no part of a schema.
    /// https://spec.graphql.org/September2025/#sec-Scalars.Built-in-Scalars
    /// </summary>
    public static IReadOnlyList<NamedType> Complete(IReadOnlyList<NamedType> types, IReadOnlyList<DirectiveDefinition> directives)
    {
        var referred = types.Concat(IntrospectionTypes.All).SelectMany(TypesUsedBy)
            .Concat(directives.SelectMany(directive => directive.Arguments.Values).Select(argument => argument.Type.Named))
            .ToHashSet();
        return
        [
            .. types,
            .. BuiltInScalars.Specified.Where(scalar => referred.Contains(scalar) && !types.Contains(scalar)),
            .. IntrospectionTypes.All,
        ];
    }

    /// <summary>Whether SDL leaves a type of this name out, because every schema has it.</summary>
    public static bool IsBuiltIn(NamedType type) =>
        BuiltInScalars.FindSpecified(type.Name) is not null || IntrospectionTypes.Contains(type.Name);

    private static IEnumerable<NamedType> TypesUsedBy(NamedType type) => type switch
    {
        FieldedType fielded => fielded.Fields.Values.SelectMany(
            field => field.Arguments.Values.Select(argument => argument.Type.Named).Prepend(field.Type.Named)),
        InputObjectType input => input.Fields.Values.Select(field => field.Type.Named),
        _ => [],
    };
}
