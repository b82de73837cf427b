using System.Text.Json;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalRequestsTests
{
    [Theory]
    [InlineData(false, "CAPTURE")]
    [InlineData(true, "AUTHORIZE")]
    public async Task An_order_says_everything_of_the_payment_and_nothing_else(bool capturesLater, string intent)
    {
        var sent = await PayPalOperations.SentAsync(gateway => gateway.CreateIntentAsync(
            PayPalStage.Intent(capturesLater, returnUrl: "https://shop.example/merci?lang=fr&o=é"), default));

        Assert.Equal(PayPalStage.Key, sent.Header("PayPal-Request-Id"));
        using var body = JsonDocument.Parse(sent.Body);
        using var expected = JsonDocument.Parse(
            $$$"""
            {
              "intent": "{{{intent}}}",
              "purchase_units": [{
                "reference_id": "{{{PayPalStage.Key}}}",
                "custom_id": "{{{PayPalStage.Key}}}",
                "invoice_id": "W-2026-00000042-0123456789ab",
                "description": "Commande W-2026-00000042",
                "amount": { "currency_code": "EUR", "value": "22.34" }
              }],
              "payment_source": { "paypal": { "experience_context": {
                "brand_name": "Webox",
                "shipping_preference": "NO_SHIPPING",
                "user_action": "PAY_NOW",
                "return_url": "https://shop.example/merci?lang=fr&o=%C3%A9",
                "cancel_url": "https://shop.example/merci?lang=fr&o=%C3%A9"
              } } }
            }
            """);
        Assert.True(JsonElement.DeepEquals(expected.RootElement, body.RootElement), sent.Body);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(" \n ", null)]
    [InlineData("two\r\nlines\u2028more", "two  lines more")]
    public async Task The_note_to_the_customer_is_one_line_or_none(string? reason, string? note)
    {
        Assert.Equal(note, await NoteAsync(reason));
    }

    [Fact]
    public async Task A_long_note_is_cut_between_characters()
    {
        Assert.Equal(new string('a', 254), await NoteAsync(new string('a', 254) + "🙂"));
        Assert.Equal(new string('a', 253) + "🙂", await NoteAsync(new string('a', 253) + "🙂" + "b"));
    }

    private static async Task<string?> NoteAsync(string? reason)
    {
        var sent = await PayPalOperations.SentAsync(gateway => gateway.RefundAsync(PayPalStage.Refund(reason), default));
        using var body = JsonDocument.Parse(sent.Body);
        return body.RootElement.TryGetProperty("note_to_payer", out var note) ? note.GetString() : null;
    }
}
