using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>https://spec.graphql.org/September2025/#CompleteValue(), for scalars and enums.</summary>
internal static class LeafWriter
{
    /// <returns>False when the value is shown as null.</returns>
    /// <exception cref="GraphQLException">The value cannot be shown as this type.</exception>
    public static bool TryWrite(JsonBuffer buffer, NamedType type, object value)
    {
        if (type is EnumType enumType)
        {
            buffer.WriteString(Find(enumType, value).Name);
            return true;
        }

        if (((ScalarType)type).Serialize(value) is not { } serialized)
        {
            return false;
        }

        JsonValueWriter.Write(buffer, serialized);
        return true;
    }

    private static EnumValue Find(EnumType type, object value) => type.Find(value)
        ?? throw new GraphQLException(new Error
        {
            Message = $"Enum \"{type}\" cannot represent value: {Inspection.Inspect(value)}", Code = ErrorCodes.Internal,
        });
}
