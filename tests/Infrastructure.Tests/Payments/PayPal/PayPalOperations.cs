using System.Text.Json;
using Webox.Application.Payments;
using Webox.Infrastructure.Payments.PayPal;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>The operations of PayPal's documents that the adapter uses, how it comes to each, and what is documented of them.</summary>
internal static class PayPalOperations
{
    public const string Create = "POST /v2/checkout/orders";
    public const string Get = "GET /v2/checkout/orders/{id}";
    public const string Capture = "POST /v2/checkout/orders/{id}/capture";
    public const string Authorize = "POST /v2/checkout/orders/{id}/authorize";
    public const string GetAuthorization = "GET /v2/payments/authorizations/{authorization_id}";
    public const string CaptureAuthorization = "POST /v2/payments/authorizations/{authorization_id}/capture";
    public const string Void = "POST /v2/payments/authorizations/{authorization_id}/void";
    public const string GetCapture = "GET /v2/payments/captures/{capture_id}";
    public const string Refund = "POST /v2/payments/captures/{capture_id}/refund";
    public const string GetRefund = "GET /v2/payments/refunds/{refund_id}";

    private const string AuthorizationId = "0AW2184448108334S";
    private const string CaptureId = "2GG279541U471931P";

    private static readonly Dictionary<string, Func<PayPalGateway, Task>> Calls = new()
    {
        [Create] = gateway => gateway.CreateIntentAsync(PayPalStage.Intent(), default),
        [Get] = gateway => gateway.FindAsync(PayPalStage.Call("find"), default),
        [Capture] = gateway => gateway.CaptureAsync(PayPalStage.Call("capture"), default),
        [Authorize] = gateway => gateway.CaptureAsync(PayPalStage.Call("authorize", capturesLater: true), default),
        [GetAuthorization] = gateway => gateway.FindAsync(PayPalStage.Call("find", true, $"authorization:{AuthorizationId}"), default),
        [CaptureAuthorization] = gateway => gateway.CaptureAsync(PayPalStage.Call("capture", true, $"authorization:{AuthorizationId}"), default),
        [Void] = gateway => gateway.CancelAsync(PayPalStage.Call("cancel", true, $"authorization:{AuthorizationId}"), default),
        [GetCapture] = gateway => gateway.FindAsync(PayPalStage.Call("find", false, $"capture:{CaptureId}"), default),
        [Refund] = gateway => gateway.RefundAsync(PayPalStage.Refund(), default),
    };

    public static IEnumerable<string> All => Calls.Keys;

    public static Task RunAsync(string operation, PayPalStage stage) => Calls[operation](stage.Gateway);

    /// <summary>What an operation that was answered so says in the end.</summary>
    public static async Task<ProviderStatement> StatementAsync(string operation, int status, string body)
    {
        using var stage = Answering(operation, status, body);
        var answer = await (Task<ProviderAnswer>)RunAsync(operation, stage);
        return stage.Gateway.Read(answer.Body);
    }

    /// <summary>The first request of an operation.</summary>
    public static async Task<SentRequest> SentAsync(Func<PayPalGateway, Task> run)
    {
        using var stage = new PayPalStage();
        stage.PayPal.Otherwise = sent => sent.Name == ScriptedPayPal.TokenRequest ? null : ScriptedPayPal.Reply(429, "{}");
        await Assert.ThrowsAsync<PaymentGatewayException>(() => run(stage.Gateway));
        return Assert.Single(stage.PayPal.Calls);
    }

    /// <inheritdoc cref="SentAsync(Func{PayPalGateway, Task})"/>
    public static Task<SentRequest> SentAsync(string operation) => SentAsync(Calls[operation]);

    /// <summary>A PayPal that answers this to the operation, and knows the whole payment when it is asked afterwards.</summary>
    public static PayPalStage Answering(string operation, int status, string body)
    {
        var stage = new PayPalStage();
        var request = operation.Replace("{id}", PayPalStage.OrderId, StringComparison.Ordinal)
            .Replace("{authorization_id}", AuthorizationId, StringComparison.Ordinal).Replace("{capture_id}", CaptureId, StringComparison.Ordinal);
        stage.PayPal.Otherwise = sent => sent.Name switch
        {
            ScriptedPayPal.TokenRequest => null,
            var name when name == request => ScriptedPayPal.Reply(status, body),
            $"GET /v2/checkout/orders/{PayPalStage.OrderId}" => operation is GetAuthorization or GetCapture
                ? ScriptedPayPal.Reply(404, PayPalStage.Error("INVALID_RESOURCE_ID")) : ScriptedPayPal.Reply(200, PayPalStage.CapturedOrder()),
            $"GET /v2/payments/authorizations/{AuthorizationId}" => ScriptedPayPal.Reply(200, PayPalStage.Authorization("VOIDED")),
            _ => null,
        };
        return stage;
    }

    /// <summary>The documented answers. What is not said to have another status is a failure of PayPal's.</summary>
    public static List<(int Status, string Body)> DocumentedAnswers(string operation) =>
    [
        .. Contracts.Read("paypal.doc-examples.json").GetProperty(operation).EnumerateArray()
            .Where(example => example.TryGetProperty("response", out _)).Select(example => (
                int.TryParse(example.GetProperty("status").GetString(), out var status) ? status : 500,
                example.GetProperty("response").GetRawText())),
    ];

    public static JsonElement Recorded(string file, int exchange, string part = "request") =>
        Contracts.Read("recorded", file).GetProperty("exchanges")[exchange].GetProperty(part);
}
