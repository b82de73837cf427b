using System.Security.Cryptography;
using System.Text;
using Webox.Application.Payments;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalWebhookTests : IDisposable
{
    private const string WebhookId = "8PT597110X687430L";
    private const string Body = """{"id":"WH-1","event_type":"PAYMENT.CAPTURE.COMPLETED","resource":{"note":"é €"}}""";
    private const string PayPalName = "messageverificationcerts.paypal.com";

    private static readonly DateTimeOffset Now = new ElapsingClock().GetUtcNow();
    private static readonly CertificateAuthority Root = CertificateAuthority.CreateRoot("Root", Now);
    private static readonly PayPalSigner PayPal = Root.Issue(PayPalName, [PayPalName], Now.AddMonths(-1), Now.AddMonths(1));

    private readonly ElapsingClock _clock = new();
    private readonly ScriptedPayPal _server = new();

    public PayPalWebhookTests() => Serve(PayPal.Pem);

    [Fact]
    public async Task A_message_that_paypal_signed_for_our_webhook_is_believed()
    {
        using var webhook = Webhook();

        Assert.True(webhook.IsConfigured);
        Assert.Equal("WH-1", await webhook.VerifyAsync(PayPal.Sign(Body, WebhookId), default));
    }

    [Fact]
    public async Task Without_an_account_or_a_webhook_nothing_is_believed()
    {
        using var none = PayPalWebhook.Create(null, _clock);
        using var half = PayPalWebhook.Create(PayPalStage.Options with { WebhookId = null }, _clock);

        Assert.False(none.IsConfigured || half.IsConfigured);
        Assert.Null(await none.VerifyAsync(PayPal.Sign(Body, WebhookId), default));
        Assert.Null(await half.VerifyAsync(PayPal.Sign(Body, WebhookId), default));
    }

    [Fact]
    public async Task A_message_for_another_webhook_or_with_another_body_is_not_believed()
    {
        using var webhook = Webhook();
        var genuine = PayPal.Sign(Body, WebhookId);

        Assert.Null(await webhook.VerifyAsync(PayPal.Sign(Body, "5XX"), default));
        Assert.Null(await webhook.VerifyAsync(genuine with { Body = Encoding.UTF8.GetBytes(Body + " ") }, default));
        Assert.Null(await webhook.VerifyAsync(genuine with { Body = Encoding.UTF8.GetBytes(Body.Replace("WH-1", "WH-2", StringComparison.Ordinal)) }, default));
    }

    [Theory]
    [InlineData("PAYPAL-TRANSMISSION-ID")]
    [InlineData("PAYPAL-TRANSMISSION-TIME")]
    [InlineData("PAYPAL-TRANSMISSION-SIG")]
    [InlineData("PAYPAL-CERT-URL")]
    [InlineData("PAYPAL-AUTH-ALGO")]
    public async Task A_header_that_is_absent_doubled_empty_or_endless_says_nothing(string name)
    {
        using var webhook = Webhook();
        var genuine = PayPal.Sign(Body, WebhookId);
        var value = genuine.Header(name)!;

        foreach (var values in (IReadOnlyList<string>[])[[], [value, value], [value, "x"], [""], [value + new string('A', 500)]])
        {
            var headers = new Dictionary<string, IReadOnlyList<string>>(genuine.Headers, StringComparer.OrdinalIgnoreCase) { [name] = values };
            Assert.Null(await webhook.VerifyAsync(genuine with { Headers = headers }, default));
        }

        Assert.Empty(_server.Sent);
    }

    [Theory]
    [InlineData("SHA1withRSA", "SHA1")]
    [InlineData("SHA256withRSA", "SHA1")]
    [InlineData("sha256withrsa", "SHA256")]
    [InlineData("SHA512withRSA", "SHA512")]
    [InlineData("none", "SHA256")]
    public async Task Another_algorithm_is_refused(string algorithm, string hash)
    {
        using var webhook = Webhook();

        Assert.Null(await webhook.VerifyAsync(PayPal.Sign(Body, WebhookId, algorithm: algorithm, hash: new HashAlgorithmName(hash)), default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"id":7}""")]
    [InlineData("""{"id":""}""")]
    [InlineData("""{"id":"\ud83d"}""")]
    [InlineData("""{"id":"WH-1" """)]
    [InlineData("""{"id":"WH-1"} {"id":"WH-2"}""")]
    public async Task A_body_that_is_no_message_is_refused_before_anything_is_fetched(string body)
    {
        using var webhook = Webhook();

        Assert.Null(await webhook.VerifyAsync(PayPal.Sign(body, WebhookId), default));
        Assert.Empty(_server.Sent);
    }

    [Theory]
    [InlineData("https://evil.example/CERT")]
    [InlineData("http://api.paypal.com/CERT")]
    [InlineData("https://paypal.com/CERT")]
    [InlineData("https://evilpaypal.com/CERT")]
    [InlineData("https://api.paypal.com.evil.example/CERT")]
    [InlineData("https://api.paypal.com./CERT")]
    [InlineData("https://api.paypal.com:8443/CERT")]
    [InlineData("https://api.paypal.com@evil.example/CERT")]
    [InlineData("https://evil.example\\@api.paypal.com/CERT")]
    [InlineData("https://evil.example#.paypal.com")]
    [InlineData("https://evil.example?.paypal.com")]
    [InlineData("https://evil.example/.paypal.com")]
    [InlineData("https://evil.example\t.paypal.com/CERT")]
    [InlineData("https://аpi.paypаl.com/CERT")]
    [InlineData("https://evil.example。paypal.com/CERT")]
    [InlineData("https://127.0.0.1/CERT")]
    [InlineData("https://[::1]/CERT")]
    [InlineData("//api.paypal.com/CERT")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://api.paypal.com/CERT")]
    public async Task A_certificate_elsewhere_is_never_fetched(string url)
    {
        using var webhook = Webhook();

        Assert.Null(await webhook.VerifyAsync(PayPal.Sign(Body, WebhookId, url), default));
        Assert.Empty(_server.Sent);
    }

    [Theory]
    [InlineData("https://stand-in.example/", "https://stand-in.example/CERT", true)]
    [InlineData("https://stand-in.example/", "https://api.paypal.com/CERT", true)]
    [InlineData("http://127.0.0.1:4010/", "http://127.0.0.1:4010/CERT", true)]
    [InlineData("https://stand-in.example/", "http://stand-in.example/CERT", false)]
    [InlineData("https://stand-in.example/", "https://stand-in.example:444/CERT", false)]
    [InlineData("https://stand-in.example/", "https://a.stand-in.example/CERT", false)]
    [InlineData("http://127.0.0.1:4010/", "http://127.0.0.1:4011/CERT", false)]
    [InlineData("http://127.0.0.1:4010/", "http://localhost:4010/CERT", false)]
    public async Task The_server_that_stands_in_for_paypal_may_serve_its_certificate(string address, string url, bool isFetched)
    {
        using var webhook = Webhook(PayPalStage.Options with { Address = new Uri(address) });

        Assert.Equal(isFetched ? "WH-1" : null, await webhook.VerifyAsync(PayPal.Sign(Body, WebhookId, url), default));
        Assert.Equal(isFetched ? 1 : 0, _server.Sent.Count);
    }

    [Fact]
    public async Task In_place_of_a_signature_paypals_word_counts()
    {
        using var webhook = Webhook(PayPalStage.Options with { Verification = PayPalVerification.Call });
        const string body = "{ \"id\" :\t\"WH-1\", \"amount\": 1.00, \"text\": \"\\u00e9<é>\" }\n";
        _server.Then("POST /v1/notifications/verify-webhook-signature", 200, """{"verification_status":"SUCCESS"}""");

        Assert.Equal("WH-1", await webhook.VerifyAsync(PayPal.Sign(body, WebhookId), default));

        var sent = Assert.Single(_server.Calls);
        Assert.EndsWith($",\"webhook_event\":{body}}}", sent.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200, """{"verification_status":"FAILURE"}""")]
    [InlineData(200, """{"verification_status":"success"}""")]
    [InlineData(200, "{}")]
    [InlineData(400, """{"name":"VALIDATION_ERROR"}""")]
    public async Task Only_success_is_success(int status, string answer)
    {
        using var webhook = Webhook(PayPalStage.Options with { Verification = PayPalVerification.Call });
        _server.Then("POST /v1/notifications/verify-webhook-signature", status, answer);

        Assert.Null(await webhook.VerifyAsync(PayPal.Sign(Body, WebhookId), default));
    }

    [Theory]
    [InlineData(401, "{}")]
    [InlineData(403, """{"name":"NOT_AUTHORIZED"}""")]
    [InlineData(429, "{}")]
    [InlineData(200, "<html>")]
    [InlineData(200, """{"verification_status":7}""")]
    public async Task A_question_without_an_answer_is_no_verdict(int status, string answer)
    {
        using var webhook = Webhook(PayPalStage.Options with { Verification = PayPalVerification.Call });
        _server.Otherwise = sent => sent.Name == ScriptedPayPal.TokenRequest ? null : ScriptedPayPal.Reply(status, answer);

        await Assert.ThrowsAsync<PaymentGatewayException>(() => webhook.VerifyAsync(PayPal.Sign(Body, WebhookId), default));
    }

    [Fact]
    public async Task Nobody_is_asked_about_a_certificate_elsewhere()
    {
        using var webhook = Webhook(PayPalStage.Options with { Verification = PayPalVerification.Call });

        Assert.Null(await webhook.VerifyAsync(PayPal.Sign(Body, WebhookId, "https://evil.example/CERT"), default));
        Assert.Empty(_server.Sent);
    }

    [Fact]
    public void It_is_paypals() => Assert.Equal(PaymentProvider.Paypal, new PayPalWebhook(null).Provider);

    public void Dispose() => _server.Dispose();

    private void Serve(string pem) => _server.Otherwise = sent =>
        sent.Name == ScriptedPayPal.TokenRequest ? null : ScriptedPayPal.Reply(200, pem, "application/x-pem-file");

    private PayPalWebhook Webhook(PayPalOptions? options = null)
    {
        options ??= PayPalStage.Options;
        var http = new PayPalHttp(new HttpClient(_server, disposeHandler: false), _clock);
        return new(new PayPalMessageCheck(
            options.Verification, WebhookId, new PayPalClient(options, http, _clock),
            new PayPalCertificates(options, http, new PayPalTrust(Root.Roots), _clock)));
    }
}
