using Microsoft.EntityFrameworkCore;
using Webox.Domain.Customers;
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
}
