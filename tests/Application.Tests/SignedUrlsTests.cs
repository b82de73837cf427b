using System.Text;
using System.Web;
using Webox.Application.Accounts;
using Webox.TestSupport;

namespace Webox.Application.Tests;

public sealed class SignedUrlsTests
{
    private const string Path = "/artifacts/0190a0b0000070008000000000000001/1";

    private readonly ManualClock _clock = new();

    [Fact]
    public void An_address_is_valid_for_ten_minutes_and_not_a_second_longer()
    {
        var (expires, signature) = Sign();

        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(Urls().IsValid(Path, expires, signature));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Urls().IsValid(Path, expires, signature));
    }

    [Fact]
    public void A_signature_fits_only_what_it_was_made_for()
    {
        var (expires, signature) = Sign();
        var urls = Urls();

        Assert.False(urls.IsValid("/artifacts/0190a0b0000070008000000000000001/2", expires, signature));
        Assert.False(urls.IsValid(Path, "1" + expires, signature));
        Assert.False(urls.IsValid(Path, " " + expires, signature));
        Assert.False(urls.IsValid(Path, null, signature));
        Assert.False(urls.IsValid(Path, expires, signature.ToUpperInvariant()));
        Assert.False(urls.IsValid(Path, expires, signature[..^1]));
        Assert.False(urls.IsValid(Path, expires, ""));
        Assert.False(urls.IsValid(Path, expires, null));
        Assert.False(urls.IsValid(Path, expires, "é🙂"));
        Assert.False(new SignedUrls(new Keys("another installation"), _clock).IsValid(Path, expires, signature));
    }

    private SignedUrls Urls() => new(new Keys("this installation"), _clock);

    private (string Expires, string Signature) Sign()
    {
        var address = new Uri(new Uri("https://webox.example"), Urls().Sign(Path));
        Assert.Equal(Path, address.AbsolutePath);
        var query = HttpUtility.ParseQueryString(address.Query);
        return (query["expires"]!, query["signature"]!);
    }

    private sealed class Keys(string secret) : IKeyRing
    {
        public byte[] DeriveKey(string purpose) => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{secret}/{purpose}"));
    }
}
