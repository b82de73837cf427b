using System.Text;
using Webox.Application.Payments;
using Webox.Infrastructure.Payments.Stripe;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>Stripe's objects in its own words, with only what a test is about.</summary>
internal static class StripeSays
{
    /// <summary>Our secret key. Error texts quote it, as real ones may.</summary>
    public const string Key = "sk_test_canary0123456789";

    /// <summary>When the objects were made.</summary>
    public static readonly DateTimeOffset Made = DateTimeOffset.FromUnixTimeSeconds(1_767_225_000);

    /// <summary>When the events happened.</summary>
    public static readonly DateTimeOffset Happened = DateTimeOffset.FromUnixTimeSeconds(1_767_225_600);

    /// <param name="more">Fields with a comma before each.</param>
    public static string Intent(string status, string more = "", string currency = "eur") =>
        $$$"""
        {"id":"pi_1","object":"payment_intent","status":"{{{status}}}","amount":5999,"currency":"{{{currency}}}","created":1767225000
        ,"metadata":{"webox_payment":"webox-1"},"client_secret":"pi_1_secret_2"{{{more}}}}
        """;

    public static string Charge(string status = "succeeded", string more = "", string currency = "eur") =>
        $$$"""
        {"id":"ch_1","object":"charge","status":"{{{status}}}","amount":5999,"currency":"{{{currency}}}","created":1767225000
        ,"payment_intent":"pi_1"{{{more}}}}
        """;

    public static string Refund(string status = "succeeded", string more = "", string currency = "eur", long amount = 500, string id = "re_1") =>
        $$$"""
        {"id":"{{{id}}}","object":"refund","status":"{{{status}}}","amount":{{{amount}}},"currency":"{{{currency}}}","created":1767225000
        ,"charge":"ch_1","payment_intent":"pi_1"{{{more}}}}
        """;

    public static string Dispute(string status, string currency = "eur") =>
        $$$"""
        {"id":"dp_1","object":"dispute","status":"{{{status}}}","amount":5999,"currency":"{{{currency}}}","created":1767225000
        ,"charge":"ch_1","payment_intent":"pi_1"}
        """;

    public static string Session(string status, string paymentStatus = "unpaid", string more = ""","payment_intent":"pi_1" """) =>
        $$$"""
        {"id":"cs_test_1","object":"checkout.session","status":"{{{status}}}","payment_status":"{{{paymentStatus}}}","amount_total":5999
        ,"currency":"eur","created":1767225000,"metadata":{"webox_payment":"webox-1"},"url":"https://checkout.stripe.com/c/pay/cs_test_1"{{{more}}}}
        """;

    public static string Event(string type, string what) =>
        $$$"""{"id":"evt_1","object":"event","type":"{{{type}}}","created":1767225600,"data":{"object":{{{what}}}},"livemode":false}""";

    public static string Error(string type, string? code = null, string more = "") =>
        $$$"""
        {"error":{"type":"{{{type}}}"{{{(code is null ? "" : $",\"code\":\"{code}\"")}}},"message":"No such thing: {{{Key}}}"{{{more}}}}}
        """;

    public static ProviderStatement Read(string json) => StripeStatements.Read(Encoding.UTF8.GetBytes(json));

    /// <summary>The only event of what is said.</summary>
    public static ProviderEvent ReadEvent(string json) => Assert.Single(Read(json).Events);
}
