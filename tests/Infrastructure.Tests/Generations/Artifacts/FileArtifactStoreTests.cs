using Microsoft.Extensions.Configuration;
using Webox.Application.Generations;
using Webox.Infrastructure.Generations.Artifacts;

namespace Webox.Infrastructure.Tests.Generations.Artifacts;

public sealed class FileArtifactStoreTests : ArtifactStoreContract
{
    protected override IArtifactStore Store => new FileArtifactStore(Data, Clock);

    private DataFolder Data =>
        new(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["WEBOX_DATA"] = Folder }).Build());

    [Fact]
    public async Task A_file_lies_at_its_place_and_nothing_is_left_half_done()
    {
        var sha256 = await Store.SaveAsync("bonjour"u8.ToArray(), default);

        Assert.Equal([Path.Combine(Folder, "artifacts", "2c", sha256)], Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task What_a_dead_writer_left_is_deleted_when_it_is_old()
    {
        var incoming = new IncomingFiles(Data, Clock);
        var (old, young) = (incoming.NewPath(), incoming.NewPath());
        await File.WriteAllTextAsync(old, "half");
        await File.WriteAllTextAsync(young, "half");
        File.SetLastWriteTimeUtc(old, Clock.GetUtcNow().UtcDateTime);
        File.SetLastWriteTimeUtc(young, Clock.GetUtcNow().UtcDateTime.AddHours(1));

        Assert.Empty(await ListAsync(Clock.GetUtcNow().AddMinutes(1)));

        Assert.Equal([young], Directory.GetFiles(Folder, "*", SearchOption.AllDirectories));
    }
}
