using System.Text.Json;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>What we read against Stripe's own objects and events.</summary>
public sealed class StripeObjectsTests
{
    [ContractFact]
    public void Every_official_object_is_read_alone_and_in_an_event()
    {
        foreach (var type in (string[])["payment_intent", "charge", "refund", "dispute", "checkout.session"])
        {
            var (alone, told) = (StripeSays.Read(Fixture(type)), StripeSays.Read(StripeSays.Event("something.happened", Fixture(type))));

            Assert.NotEmpty(alone.References);
            Assert.Equal(alone.References, told.References);
            Assert.Equal(alone.Events.Select(e => (e.ProviderObject, e.Kind, e.Amount)), told.Events.Select(e => (e.ProviderObject, e.Kind, e.Amount)));
        }
    }

    [ContractFact]
    public void Every_other_official_object_says_nothing()
    {
        var others = Contracts.Read("stripe-2026-08.fixtures3.json").GetProperty("resources").EnumerateObject()
            .Where(resource => resource.Value.TryGetProperty("object", out var type)
                && type.GetString() is not ("payment_intent" or "charge" or "refund" or "dispute" or "checkout.session")).ToList();

        Assert.True(others.Count > 100);
        Assert.All(others, resource => Assert.Empty(StripeSays.Read(resource.Value.GetRawText()).Events));
    }

    [ContractFact]
    public void Every_event_that_the_official_tool_can_trigger_is_read()
    {
        var types = Contracts.Read("stripe-triggers.json").GetProperty("triggers").EnumerateObject().Select(trigger => trigger.Name).ToList();

        Assert.Equal(20, types.Count);
        Assert.All(types, type => Assert.NotEmpty(StripeSays.Read(StripeSays.Event(type, Fixture(ObjectOf(type)))).References));
    }

    [ContractFact]
    public void Every_event_that_the_official_package_signed_says_what_it_is_named_for()
    {
        var told = Contracts.Read("recorded", "stripe-webhook-signature-vectors.json").GetProperty("vectors").EnumerateArray()
            .Where(vector => vector.GetProperty("name").GetString()!.StartsWith("valid ", StringComparison.Ordinal))
            .Select(vector => vector.GetProperty("payload").GetString()!)
            .ToDictionary(
                payload => JsonDocument.Parse(payload).RootElement.GetProperty("type").GetString()!,
                payload => string.Join(' ', StripeSays.Read(payload).Events.Select(e => $"{e.Kind} {e.ProviderObject} {e.Amount}")));

        Assert.Equal(
            new Dictionary<string, string>
            {
                ["payment_intent.succeeded"] = "Captured pi_123 20.00 USD",
                ["payment_intent.payment_failed"] = "Declined pi_123@1767225600 0.00 USD",
                ["payment_intent.canceled"] = "Canceled pi_123 0.00 USD",
                ["payment_intent.processing"] = "Processing pi_123 0.00 USD",
                ["payment_intent.requires_action"] = "",
                ["payment_intent.amount_capturable_updated"] = "Authorized pi_123 20.00 USD",
                ["charge.refunded"] = "RefundTotal ch_1:500 5.00 USD",
                ["checkout.session.completed"] = "Captured pi_123 22.34 EUR",
                ["checkout.session.expired"] = "Canceled pi_1PgafyB7WZ01zgkWSjxsAJo3 0.00 EUR",
            },
            told);
    }

    private static string Fixture(string type) =>
        Contracts.Read("stripe-2026-08.fixtures3.json").GetProperty("resources").GetProperty(type).GetRawText();

    private static string ObjectOf(string eventType) => eventType.Split('.') switch
    {
        ["charge", "dispute", ..] => "dispute",
        ["charge", "refund", ..] => "refund",
        ["checkout", "session", ..] => "checkout.session",
        [var type, ..] => type,
        _ => throw new ArgumentOutOfRangeException(nameof(eventType)),
    };
}
