using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;

namespace Webox.Infrastructure.Tests.Generations.Artifacts;

public sealed class ArtifactStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("webox-artifacts-").FullName;

    [Fact]
    public async Task What_is_saved_is_read_back_under_its_hash_and_leaves_nothing_half_done()
    {
        var store = Open();

        var sha256 = await store.SaveAsync("bonjour"u8.ToArray(), default);
        var again = await store.SaveAsync("bonjour"u8.ToArray(), default);

        Assert.Equal("2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18", sha256);
        Assert.Equal(sha256, again);
        await using var file = store.OpenRead(sha256)!;
        Assert.Equal("bonjour", await new StreamReader(file).ReadToEndAsync());
        Assert.Equal([Path.Combine(_folder, "artifacts", "2c", sha256)], Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void What_was_never_saved_is_not_there() => Assert.Null(Open().OpenRead(new string('0', 64)));

    [Theory]
    [InlineData("89504E470D0A1A0A0000000D494844520000000300000002", "image/png", 3, 2)]
    [InlineData("FFD8FFE000104A46", "image/jpeg", null, null)]
    [InlineData("524946460000000057454250", "image/webp", null, null)]
    public void A_file_is_what_its_first_bytes_say(string hex, string mediaType, int? width, int? height) =>
        Assert.Equal(new ImageFile(mediaType, width, height), ImageFile.Read(Convert.FromHexString(hex)));

    [Theory]
    [InlineData("3C68746D6C3E")]
    [InlineData("3C73766720786D6C6E733D")]
    [InlineData("89504E47")]
    [InlineData("")]
    public void What_is_no_image_is_refused(string hex) =>
        Assert.Equal(
            GenerationFailureCode.ProviderRejected,
            Assert.Throws<ProviderFailureException>(() => ImageFile.Read(Convert.FromHexString(hex))).Code);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private ArtifactStore Open() => new(
        new DataFolder(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["WEBOX_DATA"] = _folder }).Build()),
        TimeProvider.System);
}
