using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Database;

public sealed class WeboxDbContextTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_saved_is_read_back(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);

        var ada = await webox.GivenCustomerAsync();

        await using var db = webox.OpenDb();
        var found = await db.Customers.SingleAsync();
        Assert.Equal((ada.Id, ada.Email, ada.RegisteredAt), (found.Id, found.Email, found.RegisteredAt));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_transaction_that_throws_leaves_nothing_behind(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await using var db = webox.OpenDb();

        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransactionAsync<int>(
            async () =>
            {
                db.Customers.Add(new Customer { Id = CustomerId.From(Guid.CreateVersion7()), Email = "a@example.com", Name = "A", RegisteredAt = webox.Clock.GetUtcNow() });
                await db.SaveChangesAsync(CancellationToken.None);
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Equal(0, await db.Customers.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_failed_transaction_added_is_not_saved_by_the_next_one(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await using var db = webox.OpenDb();
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.InTransactionAsync<int>(
            () =>
            {
                db.Categories.Add(new Category("lost", "Lost"));
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        await db.InTransactionAsync(() => db.SaveChangesAsync(CancellationToken.None), CancellationToken.None);

        Assert.Equal(0, await db.Categories.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_loses_a_race_for_a_unique_value_finds_the_winners(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);

        var found = await Task.WhenAll(Enumerable.Range(0, 10).Select(async i =>
        {
            await using var db = webox.OpenDb();
            return await db.InTransactionOrAfterRivalAsync(
                async () =>
                {
                    var name = await db.Categories.Where(c => c.Slug == "one").Select(c => c.Name).SingleOrDefaultAsync();
                    if (name is null)
                    {
                        name = $"{i}";
                        db.Categories.Add(new Category("one", name));
                        await db.SaveChangesAsync(CancellationToken.None);
                    }

                    return name;
                },
                CancellationToken.None);
        }));

        Assert.Single(found.Distinct());
    }

    [Theory, OnPostgres]
    public async Task Who_refers_to_what_a_rival_took_away_meanwhile_looks_again(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var product = await webox.GivenProductAsync();
        await using (var setup = webox.OpenDb())
        {
            setup.Categories.Add(new Category("one", "One"));
            await setup.SaveChangesAsync(CancellationToken.None);
        }

        var runs = 0;
        await using var db = webox.OpenDb();
        var moved = await db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                runs++;
                if (!await db.Categories.AnyAsync(category => category.Slug == "one"))
                {
                    return false;
                }

                await using var rival = webox.OpenDb();
                await rival.Categories.Where(category => category.Slug == "one").ExecuteDeleteAsync();
                return await db.Products.Where(p => p.Id == product.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.CategorySlug, "one")) == 1;
            },
            CancellationToken.None);

        Assert.Equal((2, false), (runs, moved));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_others_refer_to_cannot_be_taken_away(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenProductAsync();
        await using var db = webox.OpenDb();

        var error = await Assert.ThrowsAnyAsync<DbException>(() => db.Categories.ExecuteDeleteAsync());

        Assert.Equal((kind is DatabaseKind.Postgres, false), (error.IsOrphan(), error.IsDuplicate()));
        Assert.Equal(1, await db.Categories.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_rivals_allowed_a_duplicate_fails_at_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await using var db = webox.OpenDb();
        var runs = 0;

        var error = await Assert.ThrowsAsync<DbUpdateException>(() => db.InTransactionAsync(
            async () =>
            {
                runs++;
                db.Categories.Add(new Category("one", "One"));
                await db.SaveChangesAsync(CancellationToken.None);
                db.Categories.Entry(db.Categories.Local.Single()).State = EntityState.Detached;
                db.Categories.Add(new Category("one", "Two"));
                return await db.SaveChangesAsync(CancellationToken.None);
            },
            CancellationToken.None));

        Assert.Equal((1, true, false), (runs, error.IsDuplicate(), error.IsTransient()));
    }

    [Theory, OnPostgres]
    public async Task The_victim_of_a_deadlock_runs_again(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await using (var db = webox.OpenDb())
        {
            db.Categories.AddRange(new Category("a", "0"), new Category("b", "0"));
            await db.SaveChangesAsync(CancellationToken.None);
        }

        var bothHoldOne = new Barrier(2);
        var runs = await Task.WhenAll(Task.Run(() => TouchAsync("a", "b")), Task.Run(() => TouchAsync("b", "a")));

        Assert.Equal(3, runs.Sum());

        async Task<int> TouchAsync(string first, string second)
        {
            var count = 0;
            await using var db = webox.OpenDb();
            return await db.InTransactionAsync(
                async () =>
                {
                    count++;
                    await db.Categories.Where(c => c.Slug == first).ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, "1"));
                    if (count == 1)
                    {
                        bothHoldOne.SignalAndWait();
                    }

                    await db.Categories.Where(c => c.Slug == second).ExecuteUpdateAsync(set => set.SetProperty(c => c.Name, "1"));
                    return count;
                },
                CancellationToken.None);
        }
    }
}
