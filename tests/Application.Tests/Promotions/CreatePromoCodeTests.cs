using Microsoft.EntityFrameworkCore;
using Webox.Application.Promotions;
using Webox.Domain.Customers;
using Webox.Domain.Promotions;
using Webox.TestSupport;

namespace Webox.Application.Tests.Promotions;

public sealed class CreatePromoCodeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_staff_did_to_a_code_is_on_record(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var staff = await webox.GivenCustomerAsync("staff@example.com", Role.Catalog);
        var terms = new PromoCodeTerms(" summer-26 ", PromoCodeKind.FixedAmount, 500, new(1500, Domain.Currency.Eur)) { UsesMax = 3 };

        var code = await webox.RunAsync<CreatePromoCode, PromoCode>(staff, create => create.ExecuteAsync(terms, default));
        await webox.RunAsync<DeactivatePromoCode, PromoCode>(staff, end => end.ExecuteAsync(code.Id, default));
        await webox.RunAsync<DeactivatePromoCode, PromoCode>(staff, end => end.ExecuteAsync(code.Id, default));

        Assert.Equal("SUMMER-26", code.Code);
        await using var db = webox.OpenDb();
        var entries = await db.AuditEntries.OrderBy(entry => entry.Action).ToListAsync();
        Assert.Equal(
            [("promo_code.created", "SUMMER-26", staff.Id), ("promo_code.deactivated", "SUMMER-26", staff.Id)],
            entries.Select(entry => (entry.Action, entry.Subject, entry.ActorId!.Value)));
        Assert.False((await db.PromoCodes.SingleAsync()).Active);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_same_word_cannot_be_two_codes_even_when_both_come_at_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);

        var made = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(async () =>
        {
            try
            {
                return (await webox.GivenPromoCodeAsync("same")).Code;
            }
            catch (PromoCodeTakenException taken)
            {
                return taken.Code.ToLowerInvariant();
            }
        })));

        Assert.Equal((1, 9), (made.Count(code => code == "SAME"), made.Count(code => code == "same")));
        await using var db = webox.OpenDb();
        Assert.Equal((1, 1), (await db.PromoCodes.CountAsync(), await db.AuditEntries.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_sample_codes_are_added_once_and_leave_changed_ones_alone(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenPromoCodeAsync("VIP20", percent: 25);

        Assert.Equal(3, await webox.RunAsync<SeedPromoCodes, int>(null, seed => seed.ExecuteAsync(default)));
        Assert.Equal(0, await webox.RunAsync<SeedPromoCodes, int>(null, seed => seed.ExecuteAsync(default)));

        await using var db = webox.OpenDb();
        Assert.Equal(
            [("BIENVENUE10", 10L, 2000L, 100), ("FLASH50", 50L, 10000L, 10), ("PROMO5", 500L, 1500L, null), ("VIP20", 25L, 0L, (int?)null)],
            (await db.PromoCodes.OrderBy(code => code.Code).ToListAsync()).Select(code => (code.Code, code.Value, code.MinimumSubtotalMinorUnits, code.UsesMax)));
    }
}
