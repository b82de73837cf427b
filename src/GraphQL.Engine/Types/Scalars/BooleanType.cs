using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>True or false. https://spec.graphql.org/September2025/#sec-Boolean</summary>
internal sealed class BooleanType() : ScalarType("Boolean")
{
    public override object? ParseLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables) =>
        literal is BooleanValueNode boolean ? boolean.Value : throw NotBoolean(Inspection.Inspect(literal));

    public override object? ParseValue(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean() : throw NotBoolean(Inspection.Inspect(value));

    public override object? Serialize(object value) => value switch
    {
        bool => value,
        not string when Numbers.FromResult(value) is { } number => number != 0,
        _ => throw NotBoolean(Inspection.Inspect(value)),
    };

    private static GraphQLException NotBoolean(string value) => new($"Boolean cannot represent a non boolean value: {value}");
}
