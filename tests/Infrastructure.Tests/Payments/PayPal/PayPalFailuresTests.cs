using Webox.Application.Payments;
using Webox.Domain.Payments;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalFailuresTests : IDisposable
{
    private const string Capture = $"POST /v2/checkout/orders/{PayPalStage.OrderId}/capture";

    private readonly PayPalStage _stage = new();

    [Theory]
    [InlineData("ORDER_NOT_APPROVED", DeclineReason.Other, true)]
    [InlineData("INSTRUMENT_DECLINED", DeclineReason.Other, false)]
    [InlineData("PAYER_ACTION_REQUIRED", DeclineReason.Other, false)]
    [InlineData("MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED", DeclineReason.Other, false)]
    [InlineData("COMPLIANCE_VIOLATION", DeclineReason.SuspectedFraud, false)]
    [InlineData("TRANSACTION_BLOCKED_BY_PAYEE", DeclineReason.SuspectedFraud, false)]
    [InlineData("REFERENCED_CARD_EXPIRED", DeclineReason.ExpiredCard, false)]
    [InlineData("INVALID_SECURITY_CODE_LENGTH", DeclineReason.IncorrectDetails, false)]
    public async Task A_refusal_says_why(string issue, DeclineReason reason, bool isNotApproved)
    {
        _stage.PayPal.Then(Capture, 422, PayPalStage.Error(issue));

        var refusal = await Assert.ThrowsAsync<PaymentRefusedException>(() => _stage.Gateway.CaptureAsync(PayPalStage.Call("capture"), default));

        Assert.Equal((issue, reason, isNotApproved), (refusal.Code, refusal.Reason, refusal.IsNotApproved));
        Assert.DoesNotContain(PayPalStage.Secret, refusal.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(403, "PERMISSION_DENIED")]
    [InlineData(403, "NOT_AUTHORIZED")]
    [InlineData(409, "PREVIOUS_REQUEST_IN_PROGRESS")]
    [InlineData(422, "ORDER_COMPLETION_IN_PROGRESS")]
    [InlineData(429, "RATE_LIMIT_REACHED")]
    [InlineData(302, "FOUND")]
    [InlineData(415, "UNSUPPORTED_MEDIA_TYPE")]
    public async Task What_says_nothing_of_the_payment_is_no_refusal_of_it(int status, string issue)
    {
        _stage.PayPal.Then(Capture, status, PayPalStage.Error(issue));

        var failure = await Assert.ThrowsAsync<PaymentGatewayException>(() => _stage.Gateway.CaptureAsync(PayPalStage.Call("capture"), default));

        Assert.Equal($"Paypal: answered {status} {issue}, debug id f12345abc6789", failure.Message);
        Assert.Single(_stage.PayPal.Calls);
    }

    [Theory]
    [InlineData(400, """{"name":"INVALID_REQUEST"}""", "INVALID_REQUEST")]
    [InlineData(422, """{"name":"X","details":[null,{"issue":"client-secret"},{"issue":"Y_1"}]}""", "Y_1")]
    [InlineData(422, """{"name":"client-secret","details":[]}""", "HTTP_422")]
    [InlineData(404, "<html>client-secret", "HTTP_404")]
    [InlineData(404, "", "HTTP_404")]
    [InlineData(400, "[1]", "HTTP_400")]
    public async Task Only_plain_words_of_a_refusal_are_repeated(int status, string body, string code)
    {
        _stage.PayPal.Then(Capture, status, body);

        var refusal = await Assert.ThrowsAsync<PaymentRefusedException>(() => _stage.Gateway.CaptureAsync(PayPalStage.Call("capture"), default));

        Assert.Equal(code, refusal.Code);
    }

    public void Dispose() => _stage.Dispose();
}
