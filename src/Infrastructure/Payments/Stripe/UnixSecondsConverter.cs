using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>Seconds since 1970, as Stripe writes time.</summary>
internal sealed class UnixSecondsConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var seconds = reader.TokenType is JsonTokenType.Number && reader.TryGetInt64(out var number)
            ? number
            : throw new JsonException("A time is not in seconds.");
        try
        {
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new JsonException("A time is beyond the calendar.");
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.ToUnixTimeSeconds());
}
