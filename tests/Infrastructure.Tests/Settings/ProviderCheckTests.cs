using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Tests.Settings;

public sealed class ProviderCheckTests
{
    private const string Canary = "CanaryCanaryCanaryCanary";

    private static readonly Dictionary<string, string?> Stripe = new()
    {
        ["STRIPE_SECRET_KEY"] = "sk_test_51Abcdefghijklmnop",
        ["STRIPE_PUBLISHABLE_KEY"] = "pk_test_51Abcdefghijklmnop",
        ["STRIPE_WEBHOOK_SECRET"] = "whsec_abcdefghijklmnopqrst",
    };

    [Theory]
    [InlineData("Stripe", false, null, "")]
    [InlineData("Stripe", true, "test", "publishable key missing, webhook secret missing", "STRIPE_SECRET_KEY=sk_test_51Abcdefghijklmnop")]
    [InlineData("Stripe", true, "live", "publishable key of the other mode, webhook secret missing", "STRIPE_SECRET_KEY=sk_live_51Abcdefghijklmnop", "STRIPE_PUBLISHABLE_KEY=pk_test_51Abcdefghijklmnop")]
    [InlineData("Stripe", true, "test", "publishable key missing, webhook secret missing", "STRIPE_SECRET_KEY=rk_test_51Abcdefghijklmnop")]
    [InlineData("Stripe", false, null, "secret key malformed, publishable key missing, webhook secret missing", "STRIPE_SECRET_KEY=pk_test_51Abcdefghijklmnop")]
    [InlineData("Stripe", false, null, "secret key missing", "STRIPE_WEBHOOK_SECRET=whsec_abcdefghijklmnopqrst")]
    [InlineData("Stripe", false, null, "address malformed", "WEBOX_STRIPE_BASE_URL=stripe.test")]
    [InlineData("PayPal", false, null, "", "PAYPAL_MODE=live")]
    [InlineData("PayPal", false, null, "client secret missing, webhook id missing", "PAYPAL_CLIENT_ID=AbcdefghijklmnopqrsT")]
    [InlineData("PayPal", true, "test", "webhook id missing", "PAYPAL_CLIENT_ID=AbcdefghijklmnopqrsT", "PAYPAL_CLIENT_SECRET=EbcdefghijklmnopqrsT")]
    [InlineData("PayPal", true, "live", "", "PAYPAL_CLIENT_ID=AbcdefghijklmnopqrsT", "PAYPAL_CLIENT_SECRET=EbcdefghijklmnopqrsT", "PAYPAL_WEBHOOK_ID=8PT597110X687430L", "PAYPAL_MODE=live")]
    [InlineData("bank transfer", false, null, "BIC missing, beneficiary missing", "WEBOX_BANK_IBAN=FR7630006000011234567890189")]
    [InlineData("OpenAI", false, null, "key still that of an example", "OPENAI_API_KEY=your-openai-key")]
    [InlineData("Anthropic", true, null, "", "ANTHROPIC_API_KEY=sk-ant-abcdefghijklmnopqrst")]
    [InlineData("OpenAI-compatible", true, null, "models missing", "WEBOX_OPENAI_COMPATIBLE_BASE_URL=http://127.0.0.1:11434")]
    [InlineData("OpenAI-compatible", false, null, "address missing", "WEBOX_OPENAI_COMPATIBLE_MODELS=llama")]
    public void A_provider_is_told_by_its_settings(string provider, bool isConfigured, string? mode, string problems, params string[] settings)
    {
        var report = Check(settings.ToDictionary(setting => setting.Split('=')[0], setting => (string?)setting.Split('=')[1])).Check()
            .Single(report => report.Name == provider);

        Assert.Equal((isConfigured, mode, problems), (report.IsConfigured, report.Mode, string.Join(", ", report.Problems)));
    }

    [Fact]
    public void Every_setting_with_a_key_in_it_belongs_to_a_provider_or_to_the_installation()
    {
        var told = KnownProvider.All.SelectMany(provider => provider.Keys.Concat(provider.Companions).Concat(provider.Choices)).Select(part => part.Setting);

        Assert.Equal(
            ["WEBOX_DATABASE", "WEBOX_METRICS_TOKEN", "WEBOX_SECRET", "WEBOX_ADMIN_PASSWORD", "WEBOX_SMTP_PASSWORD"],
            KnownSettings.All.Where(setting => setting.IsSecret).Select(setting => setting.Name).Except(told));
    }

    [Fact]
    public async Task Only_providers_whose_keys_are_well_formed_are_called()
    {
        var called = new List<string>();
        var probes = KnownProvider.All.Select(provider => new ProbeSource(provider.Name, (_, _) =>
        {
            called.Add(provider.Name);
            return new Answer(provider.Name, true, "asked.");
        }));

        var reports = await Check(new(Stripe) { ["OPENAI_API_KEY"] = "your-openai-key", ["PAYPAL_CLIENT_ID"] = "AbcdefghijklmnopqrsT" }, [.. probes])
            .CheckOnlineAsync(CancellationToken.None);

        Assert.Equal(["Stripe"], called);
        Assert.Equal(["Stripe"], reports.Where(report => report.Online is not null).Select(report => report.Name));
    }

    [Fact]
    public async Task A_value_that_cannot_be_used_is_a_line_without_the_value()
    {
        var quoting = new ProbeSource("Stripe", (_, _) => throw new FormatException($"The format of value '{Canary}' is invalid."));
        var telling = new ProbeSource("Stripe", (_, _) => throw new StartRefusedException("WEBOX_STRIPE_BASE_URL must be an https address."));

        Assert.Equal(
            new ProbeResult(false, "not called: a setting has a value that cannot be used."),
            (await Check(Stripe, quoting).CheckOnlineAsync(CancellationToken.None))[0].Online);
        Assert.Equal(
            new ProbeResult(false, "not called: WEBOX_STRIPE_BASE_URL must be an https address."),
            (await Check(Stripe, telling).CheckOnlineAsync(CancellationToken.None))[0].Online);
    }

    [Theory]
    [InlineData("sk_live_" + Canary)]
    [InlineData("your-" + Canary)]
    [InlineData(Canary)]
    [InlineData("https://" + Canary + ".example.test")]
    public void No_report_holds_a_value(string canary)
    {
        var every = KnownSettings.All.ToDictionary(setting => setting.Name, _ => (string?)canary);

        Assert.DoesNotContain(Canary, string.Join('\n', Check(every).Check().Select(report => $"{report} {string.Join(", ", report.Problems)}")), StringComparison.Ordinal);
    }

    private static ProviderCheck Check(Dictionary<string, string?> settings, params IEnumerable<ProbeSource> probes)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ProviderCheck(new SettingsCheck(configuration), configuration, probes, TimeProvider.System);
    }

    private sealed class Answer(string provider, bool succeeded, string detail) : IProviderProbe
    {
        public string Provider => provider;

        public Task<ProbeResult> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(new ProbeResult(succeeded, detail));
    }
}
