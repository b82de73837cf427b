using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Infrastructure.Payments.Stripe;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeOptionsTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Without_a_secret_key_there_is_no_Stripe(string? key) =>
        Assert.Null(Read(("STRIPE_SECRET_KEY", key), ("STRIPE_WEBHOOK_SECRET", "whsec_1"), ("WEBOX_STRIPE_BASE_URL", "nowhere")));

    [Fact]
    public void A_key_is_enough()
    {
        var options = Read(("STRIPE_SECRET_KEY", " sk_test_1\n"))!;

        Assert.Equal(("sk_test_1", null, "2026-10-28.endive"), (options.SecretKey, options.PublishableKey, options.Version));
        Assert.Equal(new Uri("https://api.stripe.com/"), options.Address);
        Assert.Empty(options.WebhookSecrets);
    }

    [Fact]
    public void Everything_else_can_be_said()
    {
        var options = Read(
            ("STRIPE_SECRET_KEY", "sk_test_1"), ("STRIPE_PUBLISHABLE_KEY", "pk_test_1"), ("STRIPE_WEBHOOK_SECRET", "whsec_new, whsec_old,"),
            ("WEBOX_STRIPE_BASE_URL", "https://proxy.example/stripe"), ("WEBOX_STRIPE_VERSION", "2023-08-16"))!;

        Assert.Equal(("pk_test_1", "2023-08-16"), (options.PublishableKey, options.Version));
        Assert.Equal(["whsec_new", "whsec_old"], options.WebhookSecrets);
        Assert.Equal(new Uri("https://proxy.example/stripe/v1/balance"), new Uri(options.Address, "v1/balance"));
    }

    [Theory]
    [InlineData("http://127.0.0.1:12111")]
    [InlineData("http://localhost:12111/")]
    [InlineData("http://[::1]:12111")]
    public void A_server_of_this_machine_needs_no_encryption(string address) =>
        Assert.NotNull(Read(("STRIPE_SECRET_KEY", "sk_test_1"), ("WEBOX_STRIPE_BASE_URL", address)));

    [Theory]
    [InlineData("http://api.stripe.com")]
    [InlineData("http://127.0.0.1.example")]
    [InlineData("ftp://127.0.0.1/")]
    [InlineData("api.stripe.com")]
    public void A_key_is_not_sent_over_plain_http(string address) =>
        Assert.Throws<StartRefusedException>(() => Read(("STRIPE_SECRET_KEY", "sk_test_1"), ("WEBOX_STRIPE_BASE_URL", address)));

    [Theory]
    [InlineData("sk_test_canary\r\nX-Other: 1", null, "STRIPE_SECRET_KEY")]
    [InlineData("sk_test_canary é", null, "STRIPE_SECRET_KEY")]
    [InlineData("sk_test_1", "latest\r\nX-Other: canary", "WEBOX_STRIPE_VERSION")]
    public void What_cannot_be_a_header_is_refused_without_being_shown(string key, string? version, string name)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(("STRIPE_SECRET_KEY", key), ("WEBOX_STRIPE_VERSION", version)));

        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Neither_keys_nor_secrets_are_ever_shown() =>
        Assert.Equal("Stripe at https://stripe.example/, 2026-10-28.endive", ScriptedStripe.Options.ToString());

    private static StripeOptions? Read(params (string Name, string? Value)[] settings) => StripeOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Name, s.Value))).Build());
}
