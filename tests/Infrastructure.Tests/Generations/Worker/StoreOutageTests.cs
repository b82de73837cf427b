using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Worker;

public sealed class StoreOutageTests : IAsyncLifetime
{
    private S3Server _server = null!;

    public async Task InitializeAsync() => _server = await S3Server.StartAsync(TimeProvider.System);

    [Theory]
    [InlineData(503, "SlowDown")]
    [InlineData(403, "AccessDenied")]
    public async Task Images_that_cannot_be_kept_cost_nothing_and_leave_no_row(int status, string code)
    {
        _server.Fault = S3Server.Refusal(status, code);
        await using var webox = await WorkerHost.OpenAsync(DatabaseKind.Sqlite, settings: _server.Settings);
        var ada = await webox.GivenCustomerAsync();
        var generation = await QueueAsync(webox, ada);
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await webox.FinishWithoutWaitsAsync(generation.Id);

        Assert.Equal((GenerationStatus.Failed, GenerationFailureCode.Internal, 0, 4), (done.Status, done.FailureCode, done.Credits, done.Attempt));
        Assert.Empty(done.Artifacts);
        Assert.Equal((10, 0, 10), await webox.BalanceAsync(ada));
        Assert.Empty(_server.Objects);
    }

    [Fact]
    public async Task An_outage_that_passes_is_tried_through()
    {
        _server.Fault = async context =>
        {
            _server.Fault = null;
            await S3Server.Refusal(403, "AccessDenied")(context);
        };
        await using var webox = await WorkerHost.OpenAsync(DatabaseKind.Sqlite, settings: _server.Settings);
        var generation = await QueueAsync(webox, await webox.GivenCustomerAsync());
        await using var host = await WorkerHost.StartAsync(webox);

        var done = await webox.FinishWithoutWaitsAsync(generation.Id);

        Assert.Equal((GenerationStatus.Succeeded, 5, 2), (done.Status, done.Credits, done.Attempt));
        var artifact = Assert.Single(done.Artifacts);
        Assert.Equal(artifact.Bytes, _server.Objects[$"artifacts/{artifact.Sha256[..2]}/{artifact.Sha256}"].Content.Length);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    private static Task<Generation> QueueAsync(TestWebox webox, Domain.Customers.Customer customer) => webox.GivenQueuedAsync(
        customer,
        "un phare",
        credits: 10,
        webox.Services.GetRequiredService<IModelCatalog>().Get(null, GenerationKind.Image),
        new GenerationOptions { Size = "256x256", Quality = "standard", Count = 1 });
}
