using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Webox.Application.Payments;
using Webox.Infrastructure.Payments.PayPal;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>Messages that PayPal signed, and others that look like it.</summary>
public sealed class PayPalSignatureVectorTests
{
    [ContractFact]
    public void Genuine_messages_verify_with_paypals_own_key_and_no_other_does()
    {
        var genuine = Vectors().GetProperty("real_2015");
        using var key = RSA.Create();
        key.ImportFromPem(genuine.GetProperty("public_key_pem").GetString());
        var verdicts = new List<string>();
        foreach (var vector in genuine.GetProperty("vectors").EnumerateArray())
        {
            var delivery = Delivery(vector);
            Assert.Equal(vector.GetProperty("crc32").GetUInt32(), Crc32.Of(delivery.Body.Span));

            var isSigned = PayPalTransmission.From(delivery)!.IsSignedBy(key, WebhookId(vector), delivery.Body.Span);

            Assert.Equal(vector.GetProperty("expected").GetString(), isSigned ? "accept" : "reject");
            verdicts.Add(isSigned ? "accept" : "reject");
        }

        Assert.Contains("accept", verdicts);
        Assert.Contains("reject", verdicts);
    }

    [ContractFact]
    public async Task Every_synthetic_message_gets_its_verdict()
    {
        var synthetic = Vectors().GetProperty("synthetic");
        X509Certificate2Collection roots = [X509Certificate2.CreateFromPem(synthetic.GetProperty("root_pem").GetString())];

        // The vectors tell of a new year's day, and their certificates begin in the November after it.
        var clock = new ElapsingClock(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        var (accepted, rejected) = (0, 0);
        foreach (var vector in synthetic.GetProperty("vectors").EnumerateArray())
        {
            var name = vector.GetProperty("name").GetString()!;
            using var server = new ScriptedPayPal();
            server.Otherwise = _ => ScriptedPayPal.Reply(200, vector.GetProperty("cert_pem").GetString()!, "application/x-pem-file");
            var http = new PayPalHttp(new HttpClient(server), clock);
            using var check = new PayPalMessageCheck(
                PayPalVerification.Certificate, WebhookId(vector), new PayPalClient(PayPalStage.Options, http, clock),
                new PayPalCertificates(PayPalStage.Options, http, new PayPalTrust(roots), clock));
            var delivery = Delivery(vector);

            var eventId = await new PayPalWebhook(check).VerifyAsync(delivery, default);

            if (vector.GetProperty("expected").GetString() == "accept")
            {
                using var body = JsonDocument.Parse(delivery.Body);
                Assert.Equal((name, body.RootElement.GetProperty("id").GetString()), (name, eventId));
                accepted++;
            }
            else
            {
                Assert.Equal((name, null), (name, eventId));
                Assert.True(server.Sent.Count == 0 || !name.Contains("before any fetch", StringComparison.Ordinal), name);
                rejected++;
            }
        }

        Assert.Equal((6, 13), (accepted, rejected));
    }

    [ContractFact]
    public async Task No_certificate_counts_before_its_time()
    {
        var synthetic = Vectors().GetProperty("synthetic");
        var clock = new ElapsingClock(synthetic.GetProperty("now").GetDateTimeOffset());
        var vector = synthetic.GetProperty("vectors")[0];
        using var server = new ScriptedPayPal();
        server.Otherwise = _ => ScriptedPayPal.Reply(200, vector.GetProperty("cert_pem").GetString()!);
        using var certificates = new PayPalCertificates(
            PayPalStage.Options, new PayPalHttp(new HttpClient(server), clock),
            new PayPalTrust([X509Certificate2.CreateFromPem(synthetic.GetProperty("root_pem").GetString())]), clock);

        Assert.Null(await certificates.KeyAsync(new Uri(PayPalSigner.CertificateUrl), default));
    }

    private static JsonElement Vectors() => Contracts.Read("recorded", "paypal-webhook-signature-vectors.json");

    private static string WebhookId(JsonElement vector) => vector.GetProperty("webhook_id").GetString()!;

    private static WebhookDelivery Delivery(JsonElement vector) => PayPalSigner.Delivery(
        Encoding.UTF8.GetBytes(vector.GetProperty("body").GetString()!),
        vector.GetProperty("headers").EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!));
}
