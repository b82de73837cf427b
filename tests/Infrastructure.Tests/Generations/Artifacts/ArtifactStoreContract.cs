using Webox.Application.Generations;
using Webox.Infrastructure.Tests.Generations.OpenAi;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Artifacts;

/// <summary>What every store of files does.</summary>
public abstract class ArtifactStoreContract : IDisposable
{
    protected ManualClock Clock { get; } = new();

    protected string Folder { get; } = Directory.CreateTempSubdirectory("webox-artifacts-").FullName;

    protected abstract IArtifactStore Store { get; }

    [Fact]
    public async Task What_is_saved_is_read_back_under_its_hash()
    {
        var sha256 = await Store.SaveAsync("bonjour"u8.ToArray(), default);
        var again = await Store.SaveAsync("bonjour"u8.ToArray(), default);

        Assert.Equal("2cb4b1431b84ec15d35ed83bb927e27e8967d75f4bcd9cc4b25c8d879ae23e18", sha256);
        Assert.Equal(sha256, again);
        Assert.Equal("bonjour"u8.ToArray(), await ReadAsync(sha256));
        Assert.Equal([sha256], await ListAsync());
    }

    [Fact]
    public async Task Nothing_at_all_is_kept_as_well()
    {
        var sha256 = await Store.SaveAsync(ReadOnlyMemory<byte>.Empty, default);

        Assert.Empty(await ReadAsync(sha256));
    }

    [Fact]
    public async Task What_a_stream_gives_is_kept_as_what_is_given_whole()
    {
        var content = Random(200_000);
        var progress = new SeenBytes();

        var streamed = await Store.SaveAsync(new DrippingStream(content, 30_000), progress, default);
        var again = await Store.SaveAsync(new DrippingStream(content, 70_000), progress, default);

        Assert.Equal((await Store.SaveAsync(content, default), 200_000), (streamed.Sha256, streamed.Bytes));
        Assert.Equal(streamed, again);
        Assert.Equal(content, await ReadAsync(streamed.Sha256));
        Assert.Equal([30_000, 60_000, 90_000], progress.Bytes.Take(3));
        Assert.Equal([streamed.Sha256], await ListAsync());
        Assert.Empty(Directory.GetFiles(Path.Combine(Folder, "artifacts", "incoming")));
    }

    [Fact]
    public async Task What_a_stream_does_not_give_to_its_end_is_not_kept()
    {
        await Assert.ThrowsAsync<IOException>(() =>
            Store.SaveAsync(new DrippingStream(new byte[100], 10, new IOException("cut")), new SeenBytes(), default));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            Store.SaveAsync(new DrippingStream(new byte[100], 10), new SeenBytes(), new CancellationToken(canceled: true)));

        Assert.Empty(await ListAsync());
        Assert.Empty(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_file_is_read_from_any_place()
    {
        var content = Random(100_000);
        await using var file = (await Store.OpenReadAsync(await Store.SaveAsync(content, default), default))!;
        var piece = new byte[1000];

        Assert.Equal((100_000, 0), (file.Length, file.Position));
        foreach (var from in new[] { 99_000, 0, 50_000 })
        {
            file.Seek(from, SeekOrigin.Begin);
            await file.ReadExactlyAsync(piece);
            Assert.Equal(content[from..(from + 1000)], piece);
            Assert.Equal(from + 1000, file.Position);
        }

        file.Position = file.Length;
        Assert.Equal(0, await file.ReadAsync(piece));
    }

    [Fact]
    public async Task What_is_deleted_is_gone_and_what_was_never_saved_is_not_there()
    {
        var sha256 = await Store.SaveAsync("bonjour"u8.ToArray(), default);

        await Store.DeleteAsync(sha256, default);
        await Store.DeleteAsync(new string('0', 64), default);

        Assert.Null(await Store.OpenReadAsync(sha256, default));
        Assert.Null(await Store.OpenReadAsync(new string('0', 64), default));
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Those_are_old_that_were_not_saved_since()
    {
        var old = new List<string>();
        for (byte i = 0; i < 5; i++)
        {
            old.Add(await Store.SaveAsync(new[] { i }, default));
        }

        Clock.Advance(TimeSpan.FromHours(2));
        await Store.SaveAsync("new"u8.ToArray(), default);
        await Store.SaveAsync(new byte[] { 3 }, default);
        await Store.SaveAsync(new MemoryStream([4]), new SeenBytes(), default);

        Assert.Equal(old.Take(3).Order(), (await ListAsync(Clock.GetUtcNow() - TimeSpan.FromHours(1))).Order());
    }

    public virtual void Dispose()
    {
        Directory.Delete(Folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected async Task<byte[]> ReadAsync(string sha256)
    {
        await using var file = (await Store.OpenReadAsync(sha256, default))!;
        var content = new MemoryStream();
        await file.CopyToAsync(content);
        return content.ToArray();
    }

    protected async Task<List<string>> ListAsync(DateTimeOffset? before = null)
    {
        var listed = new List<string>();
        await foreach (var sha256 in Store.ListAsync(before ?? DateTimeOffset.MaxValue, default))
        {
            listed.Add(sha256);
        }

        return listed;
    }

    protected static byte[] Random(int length)
    {
        var content = new byte[length];
        new Random(1).NextBytes(content);
        return content;
    }

    protected sealed class SeenBytes : IProgress<long>
    {
        public List<long> Bytes { get; } = [];

        public void Report(long value) => Bytes.Add(value);
    }
}
