using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations.Artifacts;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

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
    public async Task What_a_stream_gives_is_kept_as_what_is_given_whole()
    {
        var store = Open();
        var content = new byte[200_000];
        new Random(1).NextBytes(content);
        var progress = new SeenBytes();

        var streamed = await store.SaveAsync(new DrippingStream(content, 30_000), progress, default);
        var again = await store.SaveAsync(new DrippingStream(content, 70_000), progress, default);

        Assert.Equal((await store.SaveAsync(content, default), 200_000), (streamed.Sha256, streamed.Bytes));
        Assert.Equal(streamed, again);
        Assert.Equal([30_000, 60_000, 90_000], progress.Bytes.Take(3));
        Assert.Single(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_a_stream_does_not_give_to_its_end_is_not_kept()
    {
        var store = Open();

        await Assert.ThrowsAsync<IOException>(() =>
            store.SaveAsync(new DrippingStream(new byte[100], 10, new IOException("cut")), new SeenBytes(), default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            store.SaveAsync(new DrippingStream(new byte[100], 10), new SeenBytes(), new CancellationToken(canceled: true)));

        Assert.Empty(Directory.GetFiles(_folder, "*", SearchOption.AllDirectories));
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

    private sealed class SeenBytes : IProgress<long>
    {
        public List<long> Bytes { get; } = [];

        public void Report(long value) => Bytes.Add(value);
    }

    private ArtifactStore Open(TimeProvider? clock = null) => new(
        new DataFolder(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["WEBOX_DATA"] = _folder }).Build()),
        clock ?? TimeProvider.System);
}
