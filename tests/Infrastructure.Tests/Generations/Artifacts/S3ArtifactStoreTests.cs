using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Application.Operations;
using Webox.Infrastructure.Generations.Artifacts;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Artifacts;

public sealed class S3ArtifactStoreTests : ArtifactStoreContract, IAsyncLifetime
{
    private S3Server _server = null!;
    private S3ArtifactStore _store = null!;

    protected override IArtifactStore Store => _store;

    private S3Options Options => S3Options.From(new ConfigurationBuilder().AddInMemoryCollection(_server.Settings).Build())!;

    public async Task InitializeAsync()
    {
        _server = await S3Server.StartAsync(Clock);
        _store = Open(Options);
    }

    [Fact]
    public async Task A_file_lies_at_its_key_and_only_what_is_read_is_asked_for()
    {
        var sha256 = await Store.SaveAsync("bonjour"u8.ToArray(), default);
        await using (var file = (await Store.OpenReadAsync(sha256, default))!)
        {
            file.Position = 3;
            await file.ReadExactlyAsync(new byte[2]);
            await file.ReadExactlyAsync(new byte[2]);
        }

        Assert.Equal([$"artifacts/2c/{sha256}"], _server.Objects.Keys);
        Assert.Equal(["PUT", "HEAD", "GET bytes=3-"], _server.Requests);
    }

    [Fact]
    public async Task Files_of_somebody_else_are_not_told_of()
    {
        _server.Objects["artifacts/readme"] = ([1], Clock.GetUtcNow());
        _server.Objects[$"artifacts/zz/{new string('0', 64)}"] = ([1], Clock.GetUtcNow());
        _server.Objects["other"] = ([1], Clock.GetUtcNow());

        Assert.Empty(await ListAsync());
    }

    [Theory]
    [InlineData(503, "SlowDown", 3)]
    [InlineData(500, "InternalError", 3)]
    [InlineData(403, "AccessDenied", 1)]
    public async Task A_refusal_says_its_status_and_no_key_and_keeps_nothing(int status, string code, int requests)
    {
        _server.Fault = S3Server.Refusal(status, code);

        var failures = new List<Exception>
        {
            await FailureAsync(() => Store.SaveAsync(new byte[100], default)),
            await FailureAsync(() => Store.SaveAsync(new MemoryStream(new byte[100]), new SeenBytes(), default)),
            await FailureAsync(() => Store.OpenReadAsync(new string('0', 64), default)),
            await FailureAsync(() => Store.DeleteAsync(new string('0', 64), default)),
            await FailureAsync(ListAllAsync),
        };

        Assert.All(failures, failure => Assert.Equal($"The file store answered {status}.", failure.Message));
        Assert.DoesNotContain("Canary", string.Join('\n', failures), StringComparison.Ordinal);
        Assert.Equal(requests * failures.Count, _server.Requests.Count);
        Assert.Empty(_server.Objects);
        Assert.Empty(Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_body_that_is_cut_is_no_end_of_the_file()
    {
        var sha256 = await Store.SaveAsync(Random(100_000), default);
        _server.CutsBodies = true;

        await FailureAsync(() => ReadAsync(sha256));
    }

    [Fact]
    public async Task A_busy_server_is_asked_once_more()
    {
        _server.Fault = context =>
        {
            _server.Fault = null;
            return S3Server.Refusal(503, "SlowDown")(context);
        };

        var saved = await Store.SaveAsync(new MemoryStream("bonjour"u8.ToArray()), new SeenBytes(), default);

        Assert.Equal("bonjour"u8.ToArray(), await ReadAsync(saved.Sha256));
    }

    [Fact]
    public async Task A_bucket_that_is_not_there_is_no_missing_file()
    {
        using var store = Open(Options with { Bucket = "another" });

        await FailureAsync(() => store.DeleteAsync(new string('0', 64), default));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_an_outage()
    {
        var options = Options;
        await _server.DisposeAsync();
        using var store = Open(options);

        Assert.Equal(
            "The file store cannot be reached, or the connection broke.",
            (await FailureAsync(() => store.SaveAsync(new byte[1], default))).Message);
    }

    [Fact]
    public async Task Whether_the_keys_are_good_is_told_without_them()
    {
        using var good = new S3Probe(Options, Clock);
        using var bad = new S3Probe(Options with { AccessKey = "AnotherCanary" }, Clock);

        Assert.Equal(new ProbeResult(true, $"list of {Options}: answered."), await good.ProbeAsync(default));
        Assert.Equal(new ProbeResult(false, $"list of {Options}: The file store answered 403."), await bad.ProbeAsync(default));
        Assert.DoesNotContain("Canary", Options.ToString(), StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        _store.Dispose();
        await _server.DisposeAsync();
    }

    private Task<List<string>> ListAllAsync() => ListAsync();

    private static async Task<Exception> FailureAsync(Func<Task> call) => await Assert.ThrowsAsync<ArtifactStoreUnavailableException>(call);

    private S3ArtifactStore Open(S3Options options)
    {
        var data = new DataFolder(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["WEBOX_DATA"] = Folder }).Build());
        return new S3ArtifactStore(new S3Bucket(options.Bucket, S3Client.Create(options), Clock), new IncomingFiles(data, Clock));
    }
}
