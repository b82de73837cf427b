using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>Our requests against PayPal's own document, and against those recorded of its official package.</summary>
public sealed class PayPalRequestContractTests
{
    [ContractFact]
    public async Task Every_request_fits_paypals_document()
    {
        await AssertFitsAsync("order_request", PayPalStage.Intent());
        await AssertFitsAsync("order_request", PayPalStage.Intent(capturesLater: true, amount: new Money(1999, Currency.Jpy)));
        await AssertFitsAsync("order_request", PayPalStage.Intent() with { OrderNumber = "" });

        AssertFits("capture_request", await PayPalOperations.SentAsync(PayPalOperations.CaptureAuthorization));

        foreach (var reason in new[] { "Sorry", null, "", "\n", new string('é', 300) + "\n", string.Concat(Enumerable.Repeat("🙂", 200)) })
        {
            AssertFits("refund_request", await PayPalOperations.SentAsync(gateway => gateway.RefundAsync(PayPalStage.Refund(reason), default)));
        }
    }

    [ContractFact]
    public async Task The_document_knows_a_wrong_request()
    {
        var contract = new OpenApiSchema(Contracts.Read("paypal.openapi.json"));
        var order = (await PayPalOperations.SentAsync(PayPalOperations.Create)).Body;
        var refund = (await PayPalOperations.SentAsync(PayPalOperations.Refund)).Body;

        AssertSeen("order_request", order, "CAPTURE", "CATCH");
        AssertSeen("order_request", order, "\"22.34\"", "22.34");
        AssertSeen("order_request", order, "\"22.34\"", "\"22,34\"");
        AssertSeen("order_request", order, "purchase_units", "units");
        AssertSeen("order_request", order, "\"EUR\"", "\"EURO\"");
        AssertSeen("order_request", order, "NO_SHIPPING", "NONE");
        AssertSeen("order_request", order, "W-2026-00000042-", new string('W', 128));
        AssertSeen("order_request", order, "\"Webox\"", "\"\"");
        AssertSeen("refund_request", refund, "Sorry", new string('s', 256));
        AssertSeen("refund_request", refund, "Sorry", "");
        AssertSeen("refund_request", refund, "\"value\"", "\"total\"");
        AssertSeen("refund_request", refund, PayPalStage.RefundKey, new string('k', 128));
        AssertSeen("capture_request", """{"final_capture":true}""", "true", "\"yes\"");

        void AssertSeen(string schema, string body, string right, string wrong)
        {
            var changed = body.Replace(right, wrong, StringComparison.Ordinal);
            Assert.NotEqual(body, changed);
            using var document = JsonDocument.Parse(changed);
            Assert.NotEmpty(contract.Problems(schema, document.RootElement));
        }
    }

    [ContractFact]
    public async Task The_recorded_order_is_ours_but_for_the_list_of_goods()
    {
        var recorded = PayPalOperations.Recorded("paypal-order-create.json", exchange: 1);

        var sent = await PayPalOperations.SentAsync(PayPalOperations.Create);

        AssertAlike(recorded, sent, PayPalStage.Key);
        string[] goods = ["purchase_units.items", "purchase_units.amount.breakdown"];
        Assert.Equal(
            Paths(recorded.GetProperty("body")).Where(path => !goods.Any(good => path.StartsWith(good, StringComparison.Ordinal))).Order(),
            Paths(Json(sent.Body)).Order());
    }

    [ContractFact]
    public async Task The_recorded_refund_is_ours_but_for_our_key()
    {
        var recorded = PayPalOperations.Recorded("paypal-capture-refund-partial.json", exchange: 1);

        var sent = await PayPalOperations.SentAsync(PayPalOperations.Refund);

        AssertAlike(recorded, sent, PayPalStage.RefundKey);
        Assert.Equal(Paths(recorded.GetProperty("body")).Append("custom_id").Order(), Paths(Json(sent.Body)).Order());
    }

    [ContractFact]
    public async Task The_recorded_capture_is_ours()
    {
        var sent = await PayPalOperations.SentAsync(PayPalOperations.Capture);

        AssertAlike(PayPalOperations.Recorded("paypal-order-capture.json", exchange: 1), sent, $"{PayPalStage.Key}-capture");
        Assert.Equal("", sent.Body);
    }

    [ContractFact]
    public async Task The_recorded_look_at_an_order_is_ours() => AssertAlike(
        PayPalOperations.Recorded("paypal-order-get.json", exchange: 1), await PayPalOperations.SentAsync(PayPalOperations.Get), key: null);

    [ContractFact]
    public async Task The_recorded_token_serves_two_calls_as_ours_does()
    {
        using var stage = new PayPalStage();
        stage.PayPal.Otherwise = sent => sent.Name == ScriptedPayPal.TokenRequest ? null : ScriptedPayPal.Reply(200, """{"id":"A"}""");
        var exchanges = Contracts.Read("recorded", "paypal-token-reuse.json").GetProperty("exchanges").EnumerateArray().ToList();

        await stage.Gateway.FindAsync(new PaymentCall("k1", "A1", [], false), default);
        await stage.Gateway.FindAsync(new PaymentCall("k2", "A2", [], false), default);

        Assert.Equal(exchanges.Select(one => Name(one.GetProperty("request"))), stage.PayPal.Sent.Select(one => one.Name));
        var recorded = exchanges[0].GetProperty("request");
        Assert.Equal(recorded.GetProperty("bodyText").GetString(), stage.PayPal.Sent[0].Body);
        Assert.All(new[] { "Accept", "Content-Type", "Authorization" }, name => Assert.Equal(Header(recorded, name), stage.PayPal.Sent[0].Header(name)));
    }

    private static async Task AssertFitsAsync(string schema, IntentRequest request) =>
        AssertFits(schema, await PayPalOperations.SentAsync(gateway => gateway.CreateIntentAsync(request, default)));

    private static void AssertFits(string schema, SentRequest sent) =>
        Assert.Empty(new OpenApiSchema(Contracts.Read("paypal.openapi.json")).Problems(schema, Json(sent.Body)));

    private static void AssertAlike(JsonElement recorded, SentRequest sent, string? key)
    {
        Assert.Equal(Name(recorded), sent.Name);
        Assert.All(new[] { "Accept", "Content-Type", "Prefer" }, name => Assert.Equal(Header(recorded, name), sent.Header(name)));
        Assert.Equal(Header(recorded, "PayPal-Request-Id") is null, key is null);
        Assert.Equal(key, sent.Header("PayPal-Request-Id"));
        Assert.Equal(Header(recorded, "Authorization"), sent.Header("Authorization"));
    }

    /// <summary>Where a body has values: <c>purchase_units.amount.value</c>.</summary>
    private static IEnumerable<string> Paths(JsonElement value, string path = "") => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(member => Paths(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Paths(item, path)),
        _ => [path],
    };

    private static string Name(JsonElement request) => $"{request.GetProperty("method").GetString()} {request.GetProperty("path").GetString()}";

    private static string? Header(JsonElement request, string name) => request.GetProperty("headers").EnumerateArray()
        .Where(header => string.Equals(header[0].GetString(), name, StringComparison.OrdinalIgnoreCase)).Select(header => header[1].GetString()).SingleOrDefault();

    private static JsonElement Json(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }
}
