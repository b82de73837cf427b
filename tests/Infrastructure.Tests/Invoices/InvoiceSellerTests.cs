using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Infrastructure.Invoices;

namespace Webox.Infrastructure.Tests.Invoices;

public sealed class InvoiceSellerTests
{
    [Fact]
    public void Nothing_set_is_the_sample() => Assert.True(Read([]).IsSample);

    [Fact]
    public void What_is_set_is_what_invoices_say()
    {
        var seller = Read(Right);

        Assert.Equal(("Webox SAS", "73282932000074", "FR44732829320"), (seller.Name, seller.Siret, seller.VatId));
        Assert.Equal(["1 rue de Rivoli", "75001 Paris"], seller.Address);
        Assert.False(seller.IsSample);
    }

    [Theory]
    [InlineData("WEBOX_SELLER_NAME", "")]
    [InlineData("WEBOX_SELLER_ADDRESS", " | ")]
    [InlineData("WEBOX_SELLER_ADDRESS", "1|2|3|4|5|6")]
    [InlineData("WEBOX_SELLER_SIRET", "")]
    [InlineData("WEBOX_SELLER_SIRET", "73282932000075")]
    [InlineData("WEBOX_SELLER_SIRET", "7328293200007")]
    [InlineData("WEBOX_SELLER_VAT_ID", "44732829320")]
    public void What_is_wrong_is_refused_by_its_name(string setting, string value) =>
        Assert.StartsWith(setting, Assert.Throws<StartRefusedException>(() => Read(new(Right) { [setting] = value })).Message, StringComparison.Ordinal);

    private static Dictionary<string, string?> Right => new()
    {
        ["WEBOX_SELLER_NAME"] = " Webox SAS ",
        ["WEBOX_SELLER_ADDRESS"] = "1 rue de Rivoli | 75001 Paris",
        ["WEBOX_SELLER_SIRET"] = "732 829 320 00074",
        ["WEBOX_SELLER_VAT_ID"] = "FR44732829320",
    };

    private static InvoiceSeller Read(Dictionary<string, string?> settings) =>
        InvoiceSeller.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
