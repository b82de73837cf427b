using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Tests.Settings;

public sealed class UnsafeSettingsTests
{
    private const string Secret = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    [Theory]
    [InlineData("STRIPE_SECRET_KEY", "sk_test_51Abcdefghijklmnop", "STRIPE_SECRET_KEY: It is a test key: it would sell without being paid.")]
    [InlineData("STRIPE_SECRET_KEY", "rk_test_51Abcdefghijklmnop", "STRIPE_SECRET_KEY: It is a test key: it would sell without being paid.")]
    [InlineData("STRIPE_SECRET_KEY", "sk_live_51Abcdefghijklmnop", "STRIPE_WEBHOOK_SECRET: STRIPE_SECRET_KEY is set and needs it.")]
    [InlineData("OPENAI_API_KEY", "your-openai-key", "OPENAI_API_KEY: It is still the text of an example.")]
    [InlineData("OPENAI_API_KEY", "short", "OPENAI_API_KEY: It has not the form that is expected.")]
    [InlineData("PAYPAL_MODE", "sandbox", "PAYPAL_MODE: It is a test key: it would sell without being paid.")]
    [InlineData("WEBOX_OPENAI_BASE_URL", "http://proxy.example.net/v1", "WEBOX_OPENAI_BASE_URL: Keys must not travel over http.")]
    [InlineData("WEBOX_DATABASE", "Host=db;Database=webox", "WEBOX_SECRET: Several nodes on one PostgreSQL need one secret. Make it with: openssl rand -base64 32")]
    public void Production_does_not_start_with_it_and_development_does(string name, string value, string reason)
    {
        Assert.Contains(reason, Find(Environments.Production, (name, value)));
        Assert.Empty(Find(Environments.Development, (name, value)));
    }

    [Theory]
    [InlineData("STRIPE_SECRET_KEY", "sk_live_51Abcdefghijklmnop")]
    [InlineData("PAYPAL_CLIENT_ID", "AbcdefghijklmnopQRST")]
    [InlineData("WEBOX_BANK_IBAN", "FR7630006000011234567890189")]
    public void Production_does_not_take_money_without_a_seller_to_name_on_invoices(string name, string value) =>
        Assert.Contains(Find(Environments.Production, (name, value)), reason => reason.StartsWith("WEBOX_SELLER_NAME: ", StringComparison.Ordinal));

    [Fact]
    public void Production_starts_with_nothing_set_and_with_everything_right()
    {
        Assert.Empty(Find(Environments.Production));
        Assert.Empty(Find(
            Environments.Production,
            ("WEBOX_DATABASE", "Host=db;Database=webox"),
            ("WEBOX_SECRET", Secret),
            ("STRIPE_SECRET_KEY", "sk_live_51Abcdefghijklmnop"),
            ("STRIPE_PUBLISHABLE_KEY", "pk_live_51Abcdefghijklmnop"),
            ("STRIPE_WEBHOOK_SECRET", "whsec_abcdefghijklmnopqrst"),
            ("WEBOX_SELLER_NAME", "Webox SAS"),
            ("WEBOX_SELLER_ADDRESS", "1 rue de Rivoli|75001 Paris"),
            ("WEBOX_SELLER_SIRET", "73282932000074")));
    }

    private static IReadOnlyList<string> Find(string environment, params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value))
            .Build();
        return new UnsafeSettings(configuration, new SettingsCheck(configuration), new HostingEnvironment { EnvironmentName = environment }).Find();
    }
}
