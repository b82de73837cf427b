using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>Finite numbers; <see cref="double"/> at runtime. https://spec.graphql.org/September2025/#sec-Float</summary>
internal sealed class FloatType() : ScalarType("Float")
{
    public override object? ParseLiteral(ValueNode literal, IReadOnlyDictionary<string, object?>? variables)
    {
        var number = literal switch
        {
            FloatValueNode value => Numbers.Parse(value.Value),
            IntValueNode value => Numbers.Parse(value.Value),
            _ => null,
        };
        return number ?? throw NotNumeric(Inspection.Inspect(literal));
    }

    public override object? ParseValue(JsonElement value) => Numbers.FromJson(value) ?? throw NotNumeric(Inspection.Inspect(value));

    public override object? Serialize(object value) => Numbers.FromResult(value) ?? throw NotNumeric(Inspection.Inspect(value));

    private static GraphQLException NotNumeric(string value) => new($"Float cannot represent non numeric value: {value}");
}
