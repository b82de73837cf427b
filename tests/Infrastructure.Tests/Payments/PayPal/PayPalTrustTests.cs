using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography;
using Webox.Application.Operations;
using Webox.Infrastructure.Payments.PayPal;

namespace Webox.Infrastructure.Tests.Payments.PayPal;

public sealed class PayPalTrustTests
{
    private const string PayPalName = "messageverificationcerts.sandbox.paypal.com";

    private static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly CertificateAuthority Root = CertificateAuthority.CreateRoot("Root", Now);
    private static readonly CertificateAuthority Between = Root.CreateIntermediate("Between", Now);
    private static readonly CertificateAuthority Stranger = CertificateAuthority.CreateRoot("Root", Now);

    private static readonly PayPalTrust Trust = new(Root.Roots);

    [Theory]
    [InlineData("messageverificationcerts.paypal.com", new string[0], true)]
    [InlineData("anything", new[] { "messageverificationcerts.paypal.com" }, true)]
    [InlineData("anything", new[] { "a.paypal.com", "B.SANDBOX.PAYPAL.COM" }, true)]
    [InlineData("messageverificationcerts.paypal.com", new[] { "evil.example" }, false)]
    [InlineData("anything", new[] { "messageverificationcerts.paypal.com", "evil.example" }, false)]
    [InlineData("evil.example", new string[0], false)]
    [InlineData("paypal.com.evil.example", new string[0], false)]
    [InlineData("evilpaypal.com", new string[0], false)]
    [InlineData("paypal.com", new string[0], false)]
    public void All_names_of_a_certificate_are_paypals(string subject, string[] names, bool isTrusted) =>
        Assert.Equal(isTrusted, Trust.Check(Root.Issue(subject, names, Now.AddDays(-1), Now.AddDays(1)).Pem, Now) is not null);

    [Theory]
    [InlineData(-2, false)]
    [InlineData(0, true)]
    [InlineData(2, false)]
    public void A_certificate_counts_in_its_time(int days, bool isTrusted) =>
        Assert.Equal(isTrusted, Trust.Check(Good().Pem, Now.AddDays(days)) is not null);

    [Fact]
    public void A_certificate_ends_when_it_says() => Assert.Equal(Now.AddDays(1), Trust.Check(Good().Pem, Now)!.EndsAt);

    [Fact]
    public void Another_root_of_the_same_name_is_another() =>
        Assert.Null(Trust.Check(Stranger.Issue(PayPalName, [PayPalName], Now.AddDays(-1), Now.AddDays(1)).Pem, Now));

    [Fact]
    public void Nobody_vouches_for_himself()
    {
        using var key = RSA.Create(2048);
        using var own = new CertificateRequest($"CN={PayPalName}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));

        Assert.Null(Trust.Check(own.ExportCertificatePem(), Now));
        Assert.Null(new PayPalTrust(roots: null).Check(own.ExportCertificatePem(), Now));
    }

    [Fact]
    public void The_roots_of_the_system_do_not_know_ours() => Assert.Null(new PayPalTrust(roots: null).Check(Good().Pem, Now));

    [Fact]
    public void An_authority_in_between_comes_with_the_certificate_or_with_the_roots()
    {
        var signer = Between.Issue(PayPalName, [PayPalName], Now.AddDays(-1), Now.AddDays(1));

        Assert.Null(Trust.Check(signer.Pem, Now));
        Assert.NotNull(Trust.Check($"{signer.Pem}\n{Between.Pem}", Now));
        Assert.NotNull(new PayPalTrust([.. Root.Roots, .. Between.Roots]).Check(signer.Pem, Now));
        Assert.Null(new PayPalTrust([.. Stranger.Roots, .. Between.Roots]).Check(signer.Pem, Now));
    }

    [Fact]
    public void A_root_that_comes_along_is_not_trusted_for_that()
    {
        var signer = Stranger.Issue(PayPalName, [PayPalName], Now.AddDays(-1), Now.AddDays(1));

        Assert.Null(Trust.Check($"{signer.Pem}\n{Stranger.Pem}", Now));
        Assert.Null(new PayPalTrust(roots: null).Check($"{signer.Pem}\n{Stranger.Pem}", Now));
    }

    [Fact]
    public void The_first_certificate_is_the_one_that_signed() =>
        Assert.Null(Trust.Check($"{Root.Issue("evil.example", [], Now.AddDays(-1), Now.AddDays(1)).Pem}\n{Good().Pem}", Now));

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----")]
    [InlineData("-----BEGIN CERTIFICATE-----\n%%%%\n-----END CERTIFICATE-----")]
    public void What_is_no_certificate_is_not_trusted(string pem) => Assert.Null(Trust.Check(pem, Now));

    [Fact]
    public void The_roots_can_be_in_a_file()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, $"{Root.Pem}\n{Between.Pem}\n");
            var trust = PayPalTrust.Load(PayPalStage.Options with { WebhookRoots = path });

            Assert.NotNull(trust.Check(Between.Issue(PayPalName, [PayPalName], Now.AddDays(-1), Now.AddDays(1)).Pem, Now));

            File.WriteAllText(path, "none");
            Assert.Throws<StartRefusedException>(() => PayPalTrust.Load(PayPalStage.Options with { WebhookRoots = path }));
        }
        finally
        {
            File.Delete(path);
        }

        Assert.Throws<StartRefusedException>(() => PayPalTrust.Load(PayPalStage.Options with { WebhookRoots = path }));
    }

    private static PayPalSigner Good() => Root.Issue(PayPalName, [PayPalName], Now.AddDays(-1), Now.AddDays(1));
}
