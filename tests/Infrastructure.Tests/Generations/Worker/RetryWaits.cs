using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Domain.Generations;
using Webox.Infrastructure.Changes;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>Makes the time between attempts pass at once: what waits for its moment may run now, and no provider is paused.</summary>
internal static class RetryWaits
{
    /// <returns>The generation at its end.</returns>
    public static Task<Generation> FinishWithoutWaitsAsync(this TestWebox webox, GenerationId id) =>
        Eventually.ReadAsync(
            async () =>
            {
                var read = await webox.ReadAsync(id);
                if (read.Status is GenerationStatus.Queued)
                {
                    await SkipAsync(webox);
                }

                return read;
            },
            read => read.IsFinished);

    private static async Task SkipAsync(TestWebox webox)
    {
        await using var db = await webox.Services.GetRequiredService<IDbContextFactory<WeboxDbContext>>().CreateDbContextAsync();
        await db.Database.ExecuteSqlAsync($"DELETE FROM provider_pauses");
        await db.Database.ExecuteSqlAsync($"UPDATE generations SET run_at = created_at WHERE status = 'Queued'");
        webox.Services.GetRequiredService<WorkPokes>().Poke();
    }
}
