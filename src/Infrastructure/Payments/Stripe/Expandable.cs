using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>Another object, whole or by its id alone: which of the two depends on the call. https://docs.stripe.com/api/expanding_objects</summary>
/// <param name="Object">Null where only the id came.</param>
internal sealed record Expandable<T>(string Id, T? Object)
    where T : class;

internal sealed class ExpandableConverter<T> : JsonConverter<Expandable<T>>
    where T : class
{
    public override Expandable<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            return new Expandable<T>(reader.GetString()!, null);
        }

        var element = JsonElement.ParseValue(ref reader);
        var id = element.Deserialize(StripeJson.Default.StripeNamed)!.Id;
        return new Expandable<T>(id, element.Deserialize((JsonTypeInfo<T>)options.GetTypeInfo(typeof(T))));
    }

    public override void Write(Utf8JsonWriter writer, Expandable<T> value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
}
