using Webox.Application.Payments;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalCertificatesTests : IDisposable
{
    private const string PayPalName = "messageverificationcerts.paypal.com";

    private static readonly Uri Address = new(PayPalSigner.CertificateUrl);
    private static readonly DateTimeOffset Now = new ElapsingClock().GetUtcNow();
    private static readonly CertificateAuthority Root = CertificateAuthority.CreateRoot("Root", Now);
    private static readonly PayPalSigner PayPal = Root.Issue(PayPalName, [PayPalName], Now.AddDays(-30), Now.AddDays(30));

    private readonly ElapsingClock _clock = new();
    private readonly ScriptedPayPal _server = new();

    [Fact]
    public async Task A_certificate_is_fetched_once_however_many_ask()
    {
        Serve(PayPal.Pem);
        using var certificates = Certificates();

        var keys = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => certificates.KeyAsync(Address, default))));

        Assert.All(keys, key => Assert.Equal(PayPal.Key.ExportRSAPublicKey(), key!.ExportRSAPublicKey()));
        Assert.Single(_server.Sent);
    }

    [Fact]
    public async Task A_certificate_is_kept_until_it_ends_and_fetched_anew_then()
    {
        Serve(PayPal.Pem);
        using var certificates = Certificates();

        Assert.NotNull(await certificates.KeyAsync(Address, default));
        _clock.Elapse(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.NotNull(await certificates.KeyAsync(Address, default));
        Assert.Single(_server.Sent);

        _clock.Elapse(TimeSpan.FromSeconds(2));
        Assert.Null(await certificates.KeyAsync(Address, default));
        Assert.Equal(2, _server.Sent.Count);
    }

    [Fact]
    public async Task No_more_than_sixteen_are_kept()
    {
        Serve(PayPal.Pem);
        using var certificates = Certificates();
        for (var i = 0; i < 17; i++)
        {
            await certificates.KeyAsync(new Uri(Address, $"CERT-{i}"), default);
        }

        for (var i = 0; i < 17; i++)
        {
            await certificates.KeyAsync(new Uri(Address, $"CERT-{i}"), default);
        }

        Assert.InRange(_server.Sent.Count, 18, 34);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(500)]
    [InlineData(302)]
    public async Task A_certificate_that_cannot_be_fetched_leaves_it_open(int status)
    {
        _server.Otherwise = _ => ScriptedPayPal.Reply(status, "");
        using var certificates = Certificates();

        await Assert.ThrowsAsync<PaymentGatewayException>(() => certificates.KeyAsync(Address, default));

        Serve(PayPal.Pem);
        Assert.NotNull(await certificates.KeyAsync(Address, default));
    }

    [Fact]
    public async Task A_certificate_that_does_not_come_in_five_seconds_leaves_it_open()
    {
        _server.Then("GET /v1/notifications/certs/CERT-1", async cancellationToken =>
        {
            _clock.Elapse(TimeSpan.FromSeconds(5));
            await Task.Delay(Timeout.Infinite, cancellationToken);
            throw new InvalidOperationException("Nobody waits for this.");
        });
        using var certificates = Certificates();

        await Assert.ThrowsAsync<PaymentGatewayException>(() => certificates.KeyAsync(Address, default));
    }

    [Fact]
    public async Task Who_gives_up_does_not_end_the_fetch_of_the_others()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Then("GET /v1/notifications/certs/CERT-1", async _ =>
        {
            await release.Task;
            return ScriptedPayPal.Reply(200, PayPal.Pem);
        });
        using var certificates = Certificates();
        using var impatience = new CancellationTokenSource();
        var impatient = certificates.KeyAsync(Address, impatience.Token);
        var patient = certificates.KeyAsync(Address, default);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        release.SetResult();

        Assert.NotNull(await patient);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(64 * 1024, false)]
    public async Task A_certificate_has_at_most_64_kibibytes(int more, bool isRead)
    {
        Serve(PayPal.Pem + new string('\n', more));
        using var certificates = Certificates();

        if (isRead)
        {
            Assert.NotNull(await certificates.KeyAsync(Address, default));
            return;
        }

        await Assert.ThrowsAsync<PaymentGatewayException>(() => certificates.KeyAsync(Address, default));
    }

    public void Dispose() => _server.Dispose();

    private void Serve(string pem) => _server.Otherwise = _ => ScriptedPayPal.Reply(200, pem, "application/x-pem-file");

    private PayPalCertificates Certificates() => new(
        PayPalStage.Options, new PayPalHttp(new HttpClient(_server, disposeHandler: false), _clock), new PayPalTrust(Root.Roots), _clock);
}
