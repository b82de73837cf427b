using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalOptionsTests
{
    private static readonly (string, string) Id = ("PAYPAL_CLIENT_ID", "id");
    private static readonly (string, string) Secret = ("PAYPAL_CLIENT_SECRET", "s3cr3t");

    [Fact]
    public void Without_a_client_id_there_is_no_account() => Assert.Null(Read(("PAYPAL_CLIENT_ID", " "), Secret));

    [Fact]
    public void An_id_and_a_secret_are_enough_for_the_sandbox() => Assert.Equal(
        new PayPalOptions("id", "s3cr3t", new Uri("https://api-m.sandbox.paypal.com/"), null, PayPalVerification.Certificate, null),
        Read(Id, Secret));

    [Fact]
    public void Everything_can_be_said() => Assert.Equal(
        new PayPalOptions("id", "s3cr3t", new Uri("https://api-m.paypal.com/"), "8PT", PayPalVerification.Call, "/etc/roots.pem"),
        Read(
            Id, Secret, ("PAYPAL_MODE", "Live"), ("PAYPAL_WEBHOOK_ID", "8PT"),
            ("WEBOX_PAYPAL_WEBHOOK_VERIFICATION", "call"), ("WEBOX_PAYPAL_WEBHOOK_ROOTS", "/etc/roots.pem")));

    [Theory]
    [InlineData("https://paypal.example/base/", "https://paypal.example/base/")]
    [InlineData("http://127.0.0.1:4010", "http://127.0.0.1:4010/")]
    [InlineData("http://localhost:4010", "http://localhost:4010/")]
    public void The_address_can_be_another(string configured, string address) =>
        Assert.Equal(new Uri(address), Read(Id, Secret, ("WEBOX_PAYPAL_BASE_URL", configured))!.Address);

    [Theory]
    [InlineData("WEBOX_PAYPAL_BASE_URL", "http://paypal.example")]
    [InlineData("WEBOX_PAYPAL_BASE_URL", "paypal.example")]
    [InlineData("PAYPAL_MODE", "production")]
    [InlineData("WEBOX_PAYPAL_WEBHOOK_VERIFICATION", "none")]
    public void What_cannot_be_meant_is_refused_by_name(string name, string value)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(Id, Secret, (name, value)));

        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_without_a_secret_is_a_mistake() => Assert.Throws<StartRefusedException>(() => Read(Id));

    [Fact]
    public void The_secret_is_never_shown() => Assert.DoesNotContain("s3cr3t", Read(Id, Secret)!.ToString(), StringComparison.Ordinal);

    private static PayPalOptions? Read(params (string Name, string Value)[] settings) => PayPalOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value)).Build());
}
