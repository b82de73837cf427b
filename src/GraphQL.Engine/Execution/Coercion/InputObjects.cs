using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Coercion;

/// <summary>The last step of coercing an input object, the same for literals and variables.</summary>
internal static class InputObjects
{
    /// <exception cref="GraphQLException">A OneOf object has not exactly one field, or has null in it.</exception>
    public static object Create(InputObjectType type, Dictionary<string, object?> fields)
    {
        if (type.IsOneOf)
        {
            RequireOneOf(type, fields);
        }

        return type.CreateInstance?.Invoke(fields) ?? fields;
    }

    private static void RequireOneOf(InputObjectType type, Dictionary<string, object?> fields)
    {
        if (fields.Count != 1)
        {
            throw InputErrors.OneOf(type);
        }

        foreach (var (name, value) in fields)
        {
            if (value is null)
            {
                throw InputErrors.OneOfNull(name);
            }
        }
    }
}
