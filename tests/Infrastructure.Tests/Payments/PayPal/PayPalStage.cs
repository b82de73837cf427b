using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>The gateway before a scripted PayPal.</summary>
internal sealed class PayPalStage : IDisposable
{
    public const string Secret = "client-secret";
    public const string OrderId = "5O190127TN364715T";
    public const string Key = "webox-0199aaaabbbbcccc8ddd0123456789ab";
    public const string RefundKey = "webox-refund-0199eeeeffff00008111fedcba987654";

    public static readonly PayPalOptions Options = new(
        "client-id", Secret, new Uri("https://api-m.sandbox.paypal.com/"), "8PT597110X687430L", PayPalVerification.Certificate, WebhookRoots: null);

    public PayPalStage(PayPalOptions? options = null)
    {
        Client = new PayPalClient(options ?? Options, new PayPalHttp(new HttpClient(PayPal), Clock), Clock);
        Gateway = new PayPalGateway(options ?? Options, Client, Clock);
    }

    public ScriptedPayPal PayPal { get; } = new();

    public ElapsingClock Clock { get; } = new();

    public PayPalClient Client { get; }

    public PayPalGateway Gateway { get; }

    public static IntentRequest Intent(bool capturesLater = false, Money? amount = null, string returnUrl = "https://shop.example/thanks") => new(
        Key, amount ?? new Money(2234, Currency.Eur), "W-2026-00000042", "ada@example.com", new Uri(returnUrl), PaymentFlow.Redirect, capturesLater, null);

    public static PaymentCall Call(string purpose, bool capturesLater = false, params string[] references) =>
        new($"{Key}-{purpose}", OrderId, [Key, OrderId, .. references], capturesLater);

    public static RefundRequest Refund(string? reason = "Sorry", bool isWhole = false) => new(
        RefundKey, OrderId, [Key, OrderId, "capture:2GG279541U471931P"], "2GG279541U471931P", new Money(500, Currency.Eur), isWhole,
        "W-2026-00000042", reason);

    /// <summary>An error as PayPal writes it.</summary>
    public static string Error(string issue, string name = "UNPROCESSABLE_ENTITY") =>
        $$"""{"name":"{{name}}","message":"m","debug_id":"d","details":[{"issue":"{{issue}}","description":"{{Secret}}"}]}""";

    /// <summary>An order whose only capture has this status.</summary>
    public static string CapturedOrder(string status = "COMPLETED") =>
        $$$"""
        {"id":"{{{OrderId}}}","status":"COMPLETED","purchase_units":[{"reference_id":"{{{Key}}}","payments":{"captures":[
        {"id":"2GG279541U471931P","status":"{{{status}}}","amount":{"currency_code":"EUR","value":"22.34"},"custom_id":"{{{Key}}}",
        "create_time":"2026-01-02T03:04:00Z","update_time":"2026-01-02T03:04:01Z"}]}}]}
        """;

    /// <summary>An authorization as it is.</summary>
    public static string Authorization(string status = "CREATED") =>
        $$$"""
        {"id":"0AW2184448108334S","status":"{{{status}}}","amount":{"currency_code":"EUR","value":"22.34"},"custom_id":"{{{Key}}}",
        "expiration_time":"2026-01-31T03:04:00Z","create_time":"2026-01-02T03:04:00Z","update_time":"2026-01-02T03:04:03Z",
        "supplementary_data":{"related_ids":{"order_id":"{{{OrderId}}}"} },
        "links":[{"href":"https://api-m.paypal.com/v2/payments/authorizations/0AW2184448108334S","rel":"self","method":"GET"}]}
        """;

    /// <summary>An order whose only authorization has this status.</summary>
    public static string AuthorizedOrder(string status = "CREATED") =>
        $$$"""
        {"id":"{{{OrderId}}}","status":"COMPLETED","purchase_units":[{"reference_id":"{{{Key}}}","payments":{"authorizations":[{{{Authorization(status)}}}]}}]}
        """;

    public void Dispose() => Gateway.Dispose();
}
