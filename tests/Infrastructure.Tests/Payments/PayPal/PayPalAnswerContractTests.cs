using System.Text.Json;
using Webox.Application.Payments;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>Our reading against everything that PayPal documents to answer, and against recorded answers.</summary>
public sealed class PayPalAnswerContractTests
{
    [ContractFact]
    public async Task Recorded_answers_are_read()
    {
        var order = PayPalOperations.Recorded("paypal-order-create.json", 1, "response");
        using var stage = PayPalOperations.Answering(PayPalOperations.Create, Status(order), Body(order));
        Assert.Equal(
            new ProviderIntent(
                PayPalStage.OrderId, PaymentStatus.RequiresAction, "https://www.sandbox.paypal.com/checkoutnow?token=5O190127TN364715T"),
            await stage.Gateway.CreateIntentAsync(PayPalStage.Intent(), default));

        var captured = await ReplayAsync(PayPalOperations.Capture, "paypal-order-capture.json");
        Assert.Equal([PayPalStage.OrderId, "capture:3C679366HH908993F"], captured.References);
        Assert.Equal(
            [("3C679366HH908993F", PaymentEventKind.Captured, "100.00 USD"), ("fee:3C679366HH908993F", PaymentEventKind.Fee, "3.00 USD")],
            captured.Events.Select(e => (e.ProviderObject, e.Kind, e.Amount.ToString())));

        var found = await ReplayAsync(PayPalOperations.Get, "paypal-order-get.json");
        Assert.Equal([PayPalStage.OrderId], found.References);
        Assert.Empty(found.Events);
    }

    [ContractFact]
    public async Task A_recorded_refund_that_does_not_say_of_what_is_looked_up()
    {
        var recorded = PayPalOperations.Recorded("paypal-capture-refund-partial.json", 1, "response");
        using var stage = new PayPalStage();
        stage.PayPal.Then("POST /v2/payments/captures/2GG279541U471931P/refund", Status(recorded), Body(recorded))
            .Then("GET /v2/payments/refunds/1JU08902781691411", 200, PayPalOperations.DocumentedAnswers(PayPalOperations.GetRefund)[0].Body);

        var said = stage.Gateway.Read((await stage.Gateway.RefundAsync(PayPalStage.Refund(), default)).Body);

        Assert.Equal(["capture:2GG279541U471931P"], said.References);
        Assert.Equal(("1JU08902781691411", PaymentEventKind.Refunded), Assert.Single(said.Events.Select(e => (e.ProviderObject, e.Kind))));
    }

    [ContractFact]
    public async Task Recorded_errors_are_what_they_say()
    {
        var unclear = await FailAsync<PaymentRefusedException>(PayPalOperations.Create, "paypal-error-400.json");
        Assert.Equal("MISSING_REQUIRED_PARAMETER", unclear.Code);

        var unknown = await FailAsync<PaymentRefusedException>(PayPalOperations.Get, "paypal-error-404.json");
        Assert.Equal("INVALID_RESOURCE_ID", unknown.Code);

        var early = await FailAsync<PaymentRefusedException>(PayPalOperations.Capture, "paypal-error-422-order-not-approved.json");
        Assert.Equal(("ORDER_NOT_APPROVED", true), (early.Code, early.IsNotApproved));

        await FailAsync<PaymentGatewayException>(PayPalOperations.Get, "paypal-error-500.json");

        var secret = PayPalOperations.Recorded("paypal-error-token-401.json", 0, "response");
        using var stage = new PayPalStage();
        stage.PayPal.Then(ScriptedPayPal.TokenRequest, Status(secret), Body(secret));
        await Assert.ThrowsAsync<PaymentGatewayException>(() => PayPalOperations.RunAsync(PayPalOperations.Get, stage));
    }

    [ContractFact]
    public async Task Every_documented_order_is_an_intent_or_a_refusal()
    {
        var outcomes = new List<string>();
        foreach (var (status, body) in PayPalOperations.DocumentedAnswers(PayPalOperations.Create))
        {
            using var stage = PayPalOperations.Answering(PayPalOperations.Create, status, body);
            try
            {
                var intent = await stage.Gateway.CreateIntentAsync(PayPalStage.Intent(), default);
                Assert.StartsWith("https://www.paypal.com/checkoutnow?token=", intent.Action, StringComparison.Ordinal);
                outcomes.Add($"{intent.Status}");
            }
            catch (PaymentRefusedException refusal)
            {
                outcomes.Add(refusal.Code);
            }
            catch (PaymentGatewayException failure)
            {
                outcomes.Add(failure.Message);
            }
        }

        Assert.Equal(
            [
                "RequiresAction",

                // Of a payment source that was stored: nobody has to approve it.
                "Paypal: answered without a page of its own for the customer",
                "RequiresAction", "RequiresAction", "INVALID_ARRAY_MIN_ITEMS", "MISSING_SHIPPING_ADDRESS",
            ],
            outcomes);
    }

    [ContractFact]
    public Task Every_documented_look_at_an_order_names_it() => ReadAsync(PayPalOperations.Get, ["", "failed"]);

    [ContractFact]
    public Task Every_documented_capture_of_an_order_is_one() => ReadAsync(
        PayPalOperations.Capture,
        ["Captured Fee", "Captured Fee", "Captured", "failed", "failed", "PAYER_ACTION_REQUIRED", "ACTION_DOES_NOT_MATCH_INTENT"]);

    [ContractFact]
    public Task Every_documented_authorization_of_an_order_is_one() => ReadAsync(
        PayPalOperations.Authorize, ["Authorized", "Authorized", "Authorized", "failed", "PAYER_ACTION_REQUIRED", "PAYMENT_DENIED"]);

    [ContractFact]
    public Task Every_documented_look_at_an_authorization_finds_it() =>
        ReadAsync(PayPalOperations.GetAuthorization, ["Authorized", "Authorized"]);

    [ContractFact]
    public Task Every_documented_capture_of_an_authorization_is_one_or_is_being_worked_on() => ReadAsync(
        PayPalOperations.CaptureAuthorization, ["Captured", "Processing", "Captured Fee", "Captured Fee"]);

    [ContractFact]
    public Task Every_documented_void_is_a_cancellation() => ReadAsync(PayPalOperations.Void, ["Canceled"]);

    [ContractFact]
    public Task Every_documented_look_at_a_capture_finds_it() => ReadAsync(PayPalOperations.GetCapture, ["Captured Fee"]);

    [ContractFact]
    public Task Every_documented_refund_is_one() => ReadAsync(PayPalOperations.Refund, ["Refunded", "Refunded", "Refunded"]);

    [ContractFact]
    public async Task Every_documented_issue_has_a_meaning()
    {
        var documented = Contracts.Read("paypal.error-issues.json");
        var (issues, done) = (0, new SortedSet<string>(StringComparer.Ordinal));
        foreach (var operation in PayPalOperations.All)
        {
            foreach (var status in documented.GetProperty(operation).EnumerateObject())
            {
                foreach (var issue in status.Value.EnumerateObject().Select(issue => issue.Name))
                {
                    issues++;
                    using var stage = PayPalOperations.Answering(operation, int.Parse(status.Name, null), PayPalStage.Error(issue));
                    var failure = await Record.ExceptionAsync(() => PayPalOperations.RunAsync(operation, stage));
                    if (failure is null)
                    {
                        done.Add(issue);
                        continue;
                    }

                    var isUnclear = status.Name is "401" or "409" || issue is "PERMISSION_DENIED" or "ORDER_COMPLETION_IN_PROGRESS";
                    Assert.Equal(
                        (operation, issue, isUnclear ? typeof(PaymentGatewayException) : typeof(PaymentRefusedException)),
                        (operation, (failure as PaymentRefusedException)?.Code ?? issue, failure.GetType()));
                }
            }
        }

        Assert.InRange(issues, 300, int.MaxValue);
        Assert.Equal(
            [
                "AUTHORIZATION_ALREADY_CAPTURED", "INVALID_RESOURCE_ID", "ORDER_ALREADY_AUTHORIZED", "ORDER_ALREADY_CAPTURED",
                "ORDER_COMPLETED_OR_VOIDED", "PREVIOUSLY_CAPTURED", "PREVIOUSLY_VOIDED",
            ],
            done);
    }

    private static async Task ReadAsync(string operation, IReadOnlyList<string> outcomes)
    {
        var actual = new List<string>();
        foreach (var (status, body) in PayPalOperations.DocumentedAnswers(operation))
        {
            try
            {
                var said = await PayPalOperations.StatementAsync(operation, status, body);
                Assert.NotEmpty(said.References);
                actual.Add(string.Join(' ', said.Events.Select(e => e.Kind)));
            }
            catch (PaymentRefusedException refusal)
            {
                actual.Add(refusal.Code);
            }
            catch (PaymentGatewayException)
            {
                actual.Add("failed");
            }
        }

        Assert.Equal(outcomes, actual);
    }

    private static Task<ProviderStatement> ReplayAsync(string operation, string file)
    {
        var recorded = PayPalOperations.Recorded(file, 1, "response");
        return PayPalOperations.StatementAsync(operation, Status(recorded), Body(recorded));
    }

    private static async Task<T> FailAsync<T>(string operation, string file)
        where T : Exception
    {
        var recorded = PayPalOperations.Recorded(file, 1, "response");
        using var stage = PayPalOperations.Answering(operation, Status(recorded), Body(recorded));
        return await Assert.ThrowsAsync<T>(() => PayPalOperations.RunAsync(operation, stage));
    }

    private static int Status(JsonElement response) => response.GetProperty("status").GetInt32();

    private static string Body(JsonElement response) => response.GetProperty("body").GetRawText();
}
