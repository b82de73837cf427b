using System.Text.Json;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Payments.Stripe;

/// <summary>
/// What Stripe says, in our words: an object of the API as a call answers it, or as an event shows it. An event decides by the state of its
/// object; its type is read only where the state says less. https://docs.stripe.com/api/events/types
/// </summary>
internal static class StripeStatements
{
    /// <exception cref="JsonException">It is not what Stripe sends.</exception>
    public static ProviderStatement Read(ReadOnlyMemory<byte> body)
    {
        var root = JsonSerializer.Deserialize(body.Span, StripeJson.Default.JsonElement);
        if (TypeOf(root) is not "event")
        {
            return Read(root, StripeTold.ByAnswer);
        }

        var told = root.Deserialize(StripeJson.Default.StripeEvent)!;
        return Read(told.Data.Object, new StripeTold(told.Type, told.Created));
    }

    private static ProviderStatement Read(JsonElement element, StripeTold told) => TypeOf(element) switch
    {
        "payment_intent" => StripeIntents.Read(element.Deserialize(StripeJson.Default.StripePaymentIntent)!, told),
        "charge" => StripeCharges.Read(element.Deserialize(StripeJson.Default.StripeCharge)!, told),
        "refund" => StripeRefunds.Read(element.Deserialize(StripeJson.Default.StripeRefund)!, told),
        "dispute" => StripeDisputes.Read(element.Deserialize(StripeJson.Default.StripeDispute)!, told),
        "checkout.session" => StripeSessions.Read(element.Deserialize(StripeJson.Default.StripeSession)!, told),
        "list" => All(element.Deserialize(StripeJson.Default.StripeListJsonElement)!, told),
        _ => ProviderStatement.Nothing,
    };

    private static ProviderStatement All(StripeList<JsonElement> list, StripeTold told)
    {
        var statements = list.Data.Select(element => Read(element, told)).ToList();
        return new ProviderStatement(
            [.. statements.SelectMany(statement => statement.References).Distinct()], [.. statements.SelectMany(statement => statement.Events)]);
    }

    private static string TypeOf(JsonElement element) =>
        element.Deserialize(StripeJson.Default.StripeTyped)?.Object ?? throw new JsonException("It is no object of Stripe.");
}

/// <summary>How an object came to us.</summary>
/// <param name="Type">Of the event that shows it: <c>charge.refunded</c>. Null in an answer.</param>
/// <param name="At">When that event happened. Null in an answer, which says how things are and not since when.</param>
internal sealed record StripeTold(string? Type, DateTimeOffset? At)
{
    public static readonly StripeTold ByAnswer = new(null, null);
}
