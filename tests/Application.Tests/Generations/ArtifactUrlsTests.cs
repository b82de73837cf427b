using System.Text;
using System.Web;
using Webox.Application.Accounts;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Application.Tests.Generations;

public sealed class ArtifactUrlsTests
{
    private readonly ManualClock _clock = new();
    private readonly GenerationId _id = GenerationId.From(Guid.Parse("0190a0b0-0000-7000-8000-000000000001"));

    [Fact]
    public void An_address_is_valid_for_ten_minutes_and_not_a_second_longer()
    {
        var (expires, signature) = Sign();

        _clock.Advance(TimeSpan.FromMinutes(10));
        Assert.True(Urls().IsValid(_id, 1, expires, signature));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(Urls().IsValid(_id, 1, expires, signature));
    }

    [Fact]
    public void A_signature_fits_only_what_it_was_made_for()
    {
        var (expires, signature) = Sign();
        var urls = Urls();

        Assert.False(urls.IsValid(_id, 2, expires, signature));
        Assert.False(urls.IsValid(_id, 1, expires + 1, signature));
        Assert.False(urls.IsValid(GenerationId.From(Guid.Parse("0190a0b0-0000-7000-8000-000000000002")), 1, expires, signature));
        Assert.False(urls.IsValid(_id, 1, expires, signature.ToUpperInvariant()));
        Assert.False(urls.IsValid(_id, 1, expires, signature[..^1]));
        Assert.False(urls.IsValid(_id, 1, expires, ""));
        Assert.False(urls.IsValid(_id, 1, expires, "é🙂"));
        Assert.False(new ArtifactUrls(new Keys("another installation"), _clock).IsValid(_id, 1, expires, signature));
    }

    private ArtifactUrls Urls() => new(new Keys("this installation"), _clock);

    private (long Expires, string Signature) Sign()
    {
        var address = new Uri(new Uri("https://webox.example"), Urls().Sign(_id, 1));
        Assert.Equal("/artifacts/0190a0b0000070008000000000000001/1", address.AbsolutePath);
        var query = HttpUtility.ParseQueryString(address.Query);
        return (long.Parse(query["expires"]!, System.Globalization.CultureInfo.InvariantCulture), query["signature"]!);
    }

    private sealed class Keys(string secret) : IKeyRing
    {
        public byte[] DeriveKey(string purpose) => System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes($"{secret}/{purpose}"));
    }
}
