using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Infrastructure.Accounts;

namespace Webox.Infrastructure.Tests.Accounts;

public sealed class KeyRingTests : IDisposable
{
    private const string Hex = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    private readonly string _folder = Directory.CreateTempSubdirectory("webox-keys-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void One_purpose_has_one_key_of_32_bytes_and_another_purpose_another()
    {
        var keys = Open(Hex);

        Assert.Equal(32, keys.DeriveKey("cart-token").Length);
        Assert.Equal(keys.DeriveKey("cart-token"), Open(Hex).DeriveKey("cart-token"));
        Assert.NotEqual(keys.DeriveKey("cart-token"), keys.DeriveKey("access-token"));
        Assert.False(Directory.Exists(Path.Combine(_folder, "keys")));
    }

    [Fact]
    public void Keys_never_change_from_one_version_of_webox_to_the_next() => Assert.Equal(
        "11e8df37e2e9eeb3", Convert.ToHexStringLower(Open(Hex).DeriveKey("access-token"))[..16]);

    [Fact]
    public void Base64_and_hexadecimal_of_the_same_bytes_are_the_same_secret() =>
        Assert.Equal(Open(Hex).DeriveKey("x"), Open(Convert.ToBase64String(Convert.FromHexString(Hex))).DeriveKey("x"));

    [Fact]
    public void Without_a_setting_a_secret_is_made_once_for_its_owner_only()
    {
        var first = Open(null).DeriveKey("x");
        var file = Path.Combine(_folder, "keys", "secret");

        Assert.Equal(first, Open("").DeriveKey("x"));
        Assert.Equal(32, Convert.FromBase64String(File.ReadAllText(file)).Length);
        Assert.Equal([file, $"{file}.lock"], Directory.GetFiles(Path.Combine(_folder, "keys")).Order());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Fact]
    public async Task Processes_that_start_at_once_agree_on_one_secret()
    {
        using var together = new Barrier(4);
        for (var i = 0; i < 50; i++)
        {
            var keys = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Factory.StartNew(
                () =>
                {
                    together.SignalAndWait();
                    return Convert.ToHexString(Open(null).DeriveKey("x"));
                },
                CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

            Assert.Single(keys.Distinct());
            Directory.Delete(Path.Combine(_folder, "keys"), recursive: true);
        }
    }

    [Theory]
    [InlineData("short")]
    [InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa")]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_secret_that_can_be_guessed_is_refused_without_being_told(string secret)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Open(secret));

        Assert.Equal("WEBOX_SECRET needs at least 32 random bytes. Make one with: openssl rand -base64 32", refusal.Message);
    }

    private KeyRing Open(string? secret)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["WEBOX_DATA"] = _folder, ["WEBOX_SECRET"] = secret })
            .Build();
        return new KeyRing(new InstallationSecret(configuration, new DataFolder(configuration)));
    }
}
