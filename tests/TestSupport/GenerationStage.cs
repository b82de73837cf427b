using Microsoft.EntityFrameworkCore;
using Webox.Application.Credits;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;

namespace Webox.TestSupport;

/// <summary>Sets the stage for tests of credits and generations, and looks at the result.</summary>
public static class GenerationStage
{
    /// <summary>Costs one credit for a thousand tokens, in and out.</summary>
    public static readonly Model TextModel = new()
    {
        Id = "sandbox/text",
        Provider = AiProvider.Sandbox,
        Kind = GenerationKind.Text,
        DisplayName = "Text",
        IsAvailable = true,
        OutputTokensMax = 4096,
        Pricing = new ModelPricing { InputPerMillion = 1000, OutputPerMillion = 1000 },
    };

    /// <summary>An order's worth of credits.</summary>
    public static Task GiveCreditsAsync(this TestWebox webox, Customer customer, int credits) =>
        webox.RunAsync<ICreditLedger>(customer, ledger =>
            ledger.PostPurchaseAsync(customer.Id, Guid.CreateVersion7(webox.Clock.GetUtcNow()), credits, CancellationToken.None));

    /// <summary>A generation that waits, its credits held.</summary>
    public static async Task<Generation> GivenQueuedAsync(
        this TestWebox webox, Customer customer, string prompt = "Bonjour", int credits = 10, Model? model = null, GenerationOptions? options = null,
        GenerationContext? context = null, IReadOnlyList<string>? fallbacks = null)
    {
        // Ids order what was queued in the same moment, and the clock stands still: give each a moment of its own.
        webox.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var key = GenerationRequestKey.For(Guid.CreateVersion7(TimeProvider.System.GetUtcNow()).ToString(), "m", prompt, new GenerationOptions());
        var generation = Generation.Queue(
            customer.Id, model ?? TextModel, prompt, options ?? new GenerationOptions { OutputTokensMax = 256 }, key, credits, webox.Clock.GetUtcNow(),
            context, fallbacks);
        await webox.GiveCreditsAsync(customer, credits);
        await using (var db = webox.OpenDb())
        {
            db.Generations.Add(generation);
            await db.SaveChangesAsync(CancellationToken.None);
        }

        await webox.RunAsync<ICreditLedger>(customer, ledger =>
            ledger.TryHoldAsync(customer.Id, generation.Id.Value, credits, CancellationToken.None));
        return generation;
    }

    public static async Task<Generation> ReadAsync(this TestWebox webox, GenerationId id)
    {
        await using var db = webox.OpenDb();
        return await db.Generations.AsNoTracking().SingleAsync(g => g.Id == id);
    }

    /// <summary>Available, reserved, and the sum of all entries, which is to equal the first.</summary>
    public static async Task<(int Available, int Reserved, int Sum)> BalanceAsync(this TestWebox webox, Customer customer)
    {
        await using var db = webox.OpenDb();
        var account = await db.CreditAccounts.AsNoTracking().SingleOrDefaultAsync(a => a.CustomerId == customer.Id);
        var sum = await db.CreditEntries.Where(e => e.CustomerId == customer.Id).SumAsync(e => e.Amount);
        return (account?.Available ?? 0, account?.Reserved ?? 0, sum);
    }

    /// <summary>Every movement for a generation, as <c>Reservation -10</c>, in the order of kinds.</summary>
    public static async Task<string> MovementsAsync(this TestWebox webox, GenerationId id)
    {
        await using var db = webox.OpenDb();
        var entries = await db.CreditEntries.Where(e => e.GenerationId == id.Value).ToListAsync();
        CreditEntryKind[] order = [CreditEntryKind.Reservation, CreditEntryKind.Release, CreditEntryKind.Charge];
        return string.Join(", ", entries.OrderBy(e => Array.IndexOf(order, e.Kind)).Select(e => $"{e.Kind} {e.Amount}"));
    }
}
