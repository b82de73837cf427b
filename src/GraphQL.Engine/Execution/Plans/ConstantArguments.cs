using Webox.GraphQL.Engine.Execution.Coercion;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>
/// Arguments that are the same in every request. Only leaves: a list or an input object is a fresh one in every request,
/// since a resolver may change it.
/// </summary>
internal static class ConstantArguments
{
    /// <returns>Null when they must be coerced in each request.</returns>
    public static IReadOnlyDictionary<string, object?>? TryCoerce(Field field, FieldNode node)
    {
        if (!field.Arguments.Values.All(argument => argument.Type.Nullable is ScalarType or EnumType)
            || !node.Arguments.All(argument => IsConstant(argument.Value)))
        {
            return null;
        }

        try
        {
            return ArgumentCoercion.Coerce(field, node, null);
        }
        catch (GraphQLException)
        {
            // Coerced again when the field is resolved, where the error has a path.
            return null;
        }
    }

    private static bool IsConstant(ValueNode value) => value is not (VariableNode or ListValueNode or ObjectValueNode);
}
