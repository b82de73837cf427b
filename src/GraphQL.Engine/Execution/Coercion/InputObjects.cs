using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>The last step of coercing an input object, the same for literals and variables.</summary>
internal static class InputObjects
{
    /// <summary>What resolvers get for the coerced fields.</summary>
    /// <exception cref="GraphQLException">The .NET object refuses the values.</exception>
    public static object Create(InputObjectType type, Dictionary<string, object?> fields) => type.CreateInstance?.Invoke(fields) ?? fields;

    /// <summary>A OneOf object has exactly one field, and that is not null. https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects</summary>
    /// <returns>Null when that is so.</returns>
    public static GraphQLException? FindOneOfError(InputObjectType type, Dictionary<string, object?> fields)
    {
        if (fields.Count != 1)
        {
            return InputErrors.OneOf(type);
        }

        var (name, value) = fields.First();
        return value is null ? InputErrors.OneOfNull(name) : null;
    }
}
