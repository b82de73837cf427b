using System.Buffers.Text;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Webox.Application.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Accounts;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Accounts;

public sealed class JwtAccessTokensTests
{
    private static readonly CustomerId Ada = new(Guid.Parse("0198c0de-0000-7000-8000-000000000001"));

    private readonly ManualClock _clock = new();
    private readonly Keys _keys = new();
    private readonly RevokedAccess _revoked = new();
    private readonly JwtAccessTokens _tokens;

    public JwtAccessTokensTests() => _tokens = new JwtAccessTokens(_keys, _revoked, _clock);

    [Fact]
    public async Task A_token_says_who_and_in_which_role_for_ten_minutes()
    {
        var token = _tokens.Issue(Ada, Role.Finance);

        var user = await _tokens.ReadAsync(token.Value);

        Assert.Equal(_clock.GetUtcNow().AddMinutes(10), token.ExpiresAt);
        Assert.Equal((Ada.Value.ToString(), true), (user!.Identity!.Name, user.IsInRole("Finance")));
        Assert.False(user.IsInRole("Admin"));
    }

    [Fact]
    public async Task It_lives_thirty_seconds_longer_for_clocks_that_differ_and_no_more()
    {
        var token = _tokens.Issue(Ada, Role.Customer).Value;

        _clock.Advance(TimeSpan.FromSeconds(629));
        Assert.NotNull(await _tokens.ReadAsync(token));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await _tokens.ReadAsync(token));
    }

    [Fact]
    public async Task The_forger_of_these_tests_can_make_a_token_that_is_accepted() => Assert.NotNull(await ForgeAsync());

    [Theory]
    [InlineData("alg", "none")]
    [InlineData("alg", "HS384")]
    [InlineData("alg", "RS256")]
    [InlineData("typ", "JWT")]
    public async Task Another_header_is_refused(string name, string value) => Assert.Null(await ForgeAsync(header: h => h[name] = value));

    [Theory]
    [InlineData("iss", "elsewhere")]
    [InlineData("aud", "elsewhere")]
    [InlineData("sub", "root")]
    public async Task Another_claim_is_refused(string name, string value) => Assert.Null(await ForgeAsync(payload: p => p[name] = value));

    [Theory]
    [InlineData("iss")]
    [InlineData("aud")]
    [InlineData("exp")]
    [InlineData("jti")]
    [InlineData("sub")]
    public async Task A_token_without_one_of_its_claims_is_refused(string name) => Assert.Null(await ForgeAsync(payload: p => p.Remove(name)));

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        Assert.Null(await ForgeAsync(header: h => h["alg"] = "none", sign: _ => []));
        Assert.Null(await ForgeAsync(sign: _ => []));
    }

    [Fact]
    public async Task A_signature_by_the_key_of_another_purpose_is_refused() =>
        Assert.Null(await ForgeAsync(sign: text => HMACSHA256.HashData(_keys.DeriveKey("cart-token"), text)));

    [Theory]
    [InlineData("kid", "../../../../dev/null")]
    [InlineData("kid", "x' UNION SELECT ''--")]
    [InlineData("jku", "https://evil.example/keys")]
    [InlineData("jwk", "{}")]
    public async Task A_key_that_the_token_names_is_not_looked_for(string name, string value) =>
        Assert.Null(await ForgeAsync(header: h => h[name] = value, sign: text => HMACSHA256.HashData(Array.Empty<byte>(), text)));

    [Fact]
    public async Task A_signature_of_the_other_kind_is_refused()
    {
        using var rsa = RSA.Create(2048);
        byte[] Sign(byte[] text) => rsa.SignData(text, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

        Assert.Null(await ForgeAsync(header: h => h["alg"] = "RS256", sign: Sign));
        Assert.Null(await ForgeAsync(header: h => h["x5u"] = "https://evil.example/key", sign: Sign));
        Assert.Null(await ForgeAsync(sign: text => HMACSHA256.HashData(rsa.ExportSubjectPublicKeyInfo(), text)));
    }

    [Fact]
    public async Task A_token_that_was_taken_back_is_refused_and_one_issued_later_is_not()
    {
        var token = _tokens.Issue(Ada, Role.Customer).Value;
        var told = 0;
        using var watch = _revoked.Watch((await _tokens.ReadAsync(token))!, () => told++);

        _revoked.Replace(new Dictionary<CustomerId, DateTimeOffset> { [Ada] = _clock.GetUtcNow() });
        _revoked.Replace(new Dictionary<CustomerId, DateTimeOffset> { [Ada] = _clock.GetUtcNow() });

        Assert.Null(await _tokens.ReadAsync(token));
        Assert.Equal(1, told);
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.NotNull(await _tokens.ReadAsync(_tokens.Issue(Ada, Role.Customer).Value));
    }

    [Fact]
    public async Task A_changed_role_is_refused()
    {
        var parts = _tokens.Issue(Ada, Role.Customer).Value.Split('.');
        var payload = JsonNode.Parse(Base64Url.DecodeFromChars(parts[1]))!.AsObject();
        payload["role"] = "Admin";

        Assert.Null(await _tokens.ReadAsync($"{parts[0]}.{Encode(payload)}.{parts[2]}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("\u0000\uD800")]
    public async Task What_is_no_token_is_refused(string text) => Assert.Null(await _tokens.ReadAsync(text));

    private Task<ClaimsPrincipal?> ForgeAsync(Action<JsonObject>? header = null, Action<JsonObject>? payload = null, Func<byte[], byte[]>? sign = null)
    {
        var now = _clock.GetUtcNow().ToUnixTimeSeconds();
        var head = new JsonObject { ["alg"] = "HS256", ["typ"] = "at+jwt" };
        var body = new JsonObject
        {
            ["iss"] = "webox", ["aud"] = "webox-api", ["exp"] = now + 600, ["iat"] = now, ["jti"] = $"{Guid.CreateVersion7(_clock.GetUtcNow())}", ["sub"] = Ada.Value.ToString(), ["role"] = "Admin",
        };
        header?.Invoke(head);
        payload?.Invoke(body);
        var text = $"{Encode(head)}.{Encode(body)}";
        var signature = (sign ?? (bytes => HMACSHA256.HashData(_keys.DeriveKey("access-token"), bytes)))(Encoding.ASCII.GetBytes(text));
        return _tokens.ReadAsync($"{text}.{Base64Url.EncodeToString(signature)}");
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    private sealed class Keys : IKeyRing
    {
        public byte[] DeriveKey(string purpose) => SHA256.HashData(Encoding.UTF8.GetBytes(purpose));
    }
}
