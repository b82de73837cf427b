using System.Security.Cryptography;
using System.Text;
using Webox.Application.Payments;
using Webox.Infrastructure.Payments.Stripe;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeWebhookTests
{
    private const string Secret = "whsec_canary0123456789";
    private const string Payload = """{"id":"evt_1","object":"event","type":"payout.paid","created":1767225600,"data":{"object":{"object":"payout"}}}""";

    private readonly ManualClock _clock = new();

    [ContractFact]
    public async Task Every_recorded_signature_is_judged_as_the_official_package_judged_it()
    {
        var vectors = Contracts.Read("recorded", "stripe-webhook-signature-vectors.json").GetProperty("vectors").EnumerateArray().ToList();
        Assert.NotEmpty(vectors);
        foreach (var vector in vectors)
        {
            var webhook = Webhook(new StoppedClock(vector.GetProperty("now").GetInt64()), vector.GetProperty("secret").GetString()!);

            var id = await VerifyAsync(webhook, vector.GetProperty("payload").GetString()!, vector.GetProperty("header").GetString()!);

            var isAccepted = vector.GetProperty("expected").GetString() == "accept";
            Assert.True(id == (isAccepted ? vector.GetProperty("event_id").GetString() : null), $"{vector.GetProperty("name")}: {id}");
        }
    }

    [Fact]
    public async Task A_message_that_was_signed_now_is_believed()
    {
        Assert.Equal("evt_1", await VerifyAsync(Webhook(), Payload, Header(0)));
        Assert.True(Webhook().IsConfigured);
    }

    [Theory]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    [InlineData(600, true)]
    public async Task A_message_that_was_signed_long_ago_is_not(int seconds, bool isBelieved) =>
        Assert.Equal(isBelieved ? "evt_1" : null, await VerifyAsync(Webhook(), Payload, Header(seconds)));

    [Fact]
    public async Task While_a_secret_takes_over_from_another_both_are_good()
    {
        var webhook = Webhook(_clock, "whsec_new", Secret);

        Assert.Equal("evt_1", await VerifyAsync(webhook, Payload, Header(0)));
        Assert.Equal("evt_1", await VerifyAsync(webhook, Payload, Header(0, "whsec_new")));
        Assert.Null(await VerifyAsync(webhook, Payload, Header(0, "whsec_other")));
    }

    [Fact]
    public async Task One_good_signature_among_several_is_enough()
    {
        var (parts, bad) = (Header(0).Split(','), $"v1={new string('0', 64)}");

        Assert.Equal("evt_1", await VerifyAsync(Webhook(), Payload, $"{parts[0]},{bad},{parts[1]},{bad},v0=1"));
        Assert.Null(await VerifyAsync(Webhook(), Payload, $"{parts[0]},{bad},{bad},v0{parts[1][2..]}"));
    }

    [Fact]
    public async Task A_message_that_was_changed_by_one_bit_anywhere_is_not_believed()
    {
        var (header, bytes) = (Header(0), Encoding.UTF8.GetBytes(Payload));
        for (var i = 0; i < bytes.Length * 8; i++)
        {
            bytes[i / 8] ^= (byte)(1 << (i % 8));

            Assert.Null(await Webhook().VerifyAsync(Delivery(bytes, header), default));

            bytes[i / 8] ^= (byte)(1 << (i % 8));
        }

        Assert.Equal("evt_1", await Webhook().VerifyAsync(Delivery(bytes, header), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("v1=00")]
    [InlineData("t=")]
    [InlineData("t=now,v1=00")]
    [InlineData("t=-1,v1=00")]
    [InlineData("t=99999999999999999999,v1=00")]
    [InlineData("t=1767323045")]
    [InlineData("t=1767323045,v1=")]
    [InlineData(",,,=,=,")]
    public async Task A_header_without_a_good_signature_is_not_believed(string header) => Assert.Null(await VerifyAsync(Webhook(), Payload, header));

    [Fact]
    public async Task A_signature_in_capitals_is_none_of_Stripes()
    {
        var parts = Header(0).Split("v1=");

        Assert.Null(await VerifyAsync(Webhook(), Payload, $"{parts[0]}v1={parts[1].ToUpperInvariant()}"));
    }

    [Fact]
    public async Task Without_its_header_or_with_two_of_them_a_message_is_not_believed()
    {
        var body = Encoding.UTF8.GetBytes(Payload);

        Assert.Null(await Webhook().VerifyAsync(new WebhookDelivery(new Dictionary<string, IReadOnlyList<string>>(), body), default));
        Assert.Null(await Webhook().VerifyAsync(Delivery(body, Header(0), Header(0)), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("null")]
    [InlineData("""{"id":"pi_1","object":"payment_intent"}""")]
    [InlineData("""{"id":"","object":"event","type":"x","created":1,"data":{"object":{}}}""")]
    [InlineData("""{"id":"\ud83d","object":"event","type":"x","created":1,"data":{"object":{}}}""")]
    public async Task What_is_signed_and_no_event_is_not_acted_on(string payload) =>
        Assert.Null(await VerifyAsync(Webhook(), payload, Header(0, Secret, payload)));

    [Fact]
    public async Task Without_a_secret_nothing_is_believed_not_even_what_is_signed_with_no_secret()
    {
        var webhook = Webhook(_clock);

        Assert.False(webhook.IsConfigured);
        Assert.Null(await VerifyAsync(webhook, Payload, Header(0, "")));
        Assert.False(new StripeWebhook(null, _clock).IsConfigured);
        Assert.Null(await VerifyAsync(new StripeWebhook(null, _clock), Payload, Header(0)));
    }

    private StripeWebhook Webhook() => Webhook(_clock, Secret);

    private static StripeWebhook Webhook(TimeProvider clock, params string[] secrets) =>
        new(ScriptedStripe.Options with { WebhookSecrets = secrets }, clock);

    private string Header(int seconds, string secret = Secret, string payload = Payload)
    {
        var time = _clock.GetUtcNow().ToUnixTimeSeconds() + seconds;
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"{time}.{payload}")))}";
    }

    private static Task<string?> VerifyAsync(StripeWebhook webhook, string payload, string header) =>
        webhook.VerifyAsync(Delivery(Encoding.UTF8.GetBytes(payload), header), default);

    private static WebhookDelivery Delivery(byte[] body, params string[] headers) => new(
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase) { ["stripe-signature"] = headers }, body);

    private sealed class StoppedClock(long seconds) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeSeconds(seconds);
    }
}
