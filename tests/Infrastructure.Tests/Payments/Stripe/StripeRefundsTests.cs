using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeRefundsTests
{
    private static readonly Money FiveEuros = new(500, Currency.Eur);

    [Theory]
    [InlineData("succeeded", "refund.created")]
    [InlineData("pending", "refund.created")]
    [InlineData("requires_action", "refund.updated")]
    [InlineData("succeeded", "charge.refund.updated")]
    public void A_refund_counts_from_its_beginning(string status, string type)
    {
        var statement = StripeSays.Read(StripeSays.Event(type, StripeSays.Refund(status)));

        Assert.Equal(["pi_1", "ch_1"], statement.References);
        Assert.Equal([new ProviderEvent("re_1", PaymentEventKind.Refunded, FiveEuros, StripeSays.Made)], statement.Events);
    }

    [Theory]
    [InlineData("failed")]
    [InlineData("canceled")]
    public void A_refund_that_did_not_arrive_is_taken_back(string status) => Assert.Equal(
        new ProviderEvent("re_1", PaymentEventKind.RefundFailed, FiveEuros, StripeSays.Happened),
        StripeSays.ReadEvent(StripeSays.Event("refund.failed", StripeSays.Refund(status))));

    [Theory]
    [InlineData("succeeded")]
    [InlineData("failed")]
    public void Our_own_refund_is_known_by_its_key(string status) => Assert.Equal(
        "webox-refund-1", StripeSays.ReadEvent(StripeSays.Refund(status, ""","metadata":{"webox_refund":"webox-refund-1"}""")).OurReference);

    [Fact]
    public void A_list_says_what_all_of_it_says()
    {
        var list = $$"""{"object":"list","url":"/v1/refunds","has_more":false,"data":[{{StripeSays.Refund()}},{{StripeSays.Refund("failed", id: "re_2")}}]}""";

        var statement = StripeSays.Read(list);

        Assert.Equal(["pi_1", "ch_1"], statement.References);
        Assert.Equal(
            [("re_1", PaymentEventKind.Refunded), ("re_2", PaymentEventKind.RefundFailed)], statement.Events.Select(e => (e.ProviderObject, e.Kind)));
    }

    [Fact]
    public void A_refund_in_a_currency_that_Webox_does_not_know_is_not_ours() =>
        Assert.Same(ProviderStatement.Nothing, StripeSays.Read(StripeSays.Refund(currency: "dkk")));
}
