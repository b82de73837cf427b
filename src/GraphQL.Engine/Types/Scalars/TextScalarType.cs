using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>A scalar that documents and JSON both write as a string of a certain format.</summary>
internal abstract class TextScalarType(string name) : ScalarType(name)
{
    public sealed override object? ParseLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables) =>
        (literal is StringValueNode text ? Parse(text.Value) : null) ?? throw Refuse(Inspection.Inspect(literal));

    public sealed override object? ParseValue(JsonElement value) =>
        (value.ValueKind is JsonValueKind.String ? Parse(value.GetString()!) : null) ?? throw Refuse(Inspection.Inspect(value));

    public sealed override object? Serialize(object value) => Format(value) ?? throw Refuse(Inspection.Inspect(value));

    /// <summary>Null: the text has another format.</summary>
    protected abstract object? Parse(string text);

    /// <summary>Null: the value is of another .NET type.</summary>
    protected abstract string? Format(object value);

    private GraphQLException Refuse(string value) => new($"{Name} cannot represent value: {value}");
}
