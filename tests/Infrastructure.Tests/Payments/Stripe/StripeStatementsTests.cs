using System.Text.Json;
using Webox.Application.Payments;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

public sealed class StripeStatementsTests
{
    [Theory]
    [InlineData("""
        {"id":"cus_1","object":"customer"}
        """)]
    [InlineData("""
        {"object":"balance","livemode":false}
        """)]
    [InlineData("""
        {"id":"evt_1","object":"event","type":"payout.paid","created":1767225600,"data":{"object":{"id":"po_1","object":"payout","amount":1,"currency":"xyz"}}}
        """)]
    [InlineData("""
        {"object":"list","data":[]}
        """)]
    public void What_is_about_no_payment_says_nothing(string json)
    {
        var statement = StripeSays.Read(json);

        Assert.Empty(statement.References);
        Assert.Empty(statement.Events);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("<html>")]
    [InlineData("""
        {"object":7}
        """)]
    [InlineData("""
        {"object":"event"}
        """)]
    [InlineData("""
        {"id":"evt_1","object":"event","type":"x","created":1,"data":{"object":"pi_1"}}
        """)]
    [InlineData("""
        {"id":"pi_1","object":"payment_intent"}
        """)]
    [InlineData("""
        {"id":"pi_1","object":"payment_intent","status":"succeeded","amount":"5999","currency":"eur","created":1}
        """)]
    [InlineData("""
        {"id":"pi_1","object":"payment_intent","status":"succeeded","amount":5999,"currency":null,"created":1}
        """)]
    [InlineData("""
        {"id":"pi_1","object":"payment_intent","status":"succeeded","amount":5999,"currency":"eur","created":999999999999999}
        """)]
    [InlineData("""
        {"id":"pi_1","object":"payment_intent","status":"\ud83d","amount":5999,"currency":"eur","created":1}
        """)]
    [InlineData("""
        {"id":"pi_1","object":"\ud83d"}
        """)]
    public void What_Stripe_does_not_send_is_no_statement(string json) => Assert.ThrowsAny<JsonException>(() => StripeSays.Read(json));

    [Fact]
    public void An_event_says_what_its_object_says_at_the_time_of_the_event()
    {
        var answer = StripeSays.Read(StripeSays.Intent("processing"));
        var told = StripeSays.Read(StripeSays.Event("payment_intent.processing", StripeSays.Intent("processing")));

        Assert.Equal(answer.References, told.References);
        Assert.Equal(StripeSays.Made, Assert.Single(answer.Events).OccurredAt);
        Assert.Equal(StripeSays.Happened, Assert.Single(told.Events).OccurredAt);
    }
}
