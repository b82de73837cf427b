using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Accounts;
using Webox.Application.Payments;
using Webox.Domain.Accounts;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Payments;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class ExportCustomerTests
{
    /// <summary>Where each table with something of a customer is in the document.</summary>
    private static readonly Dictionary<string, string> Exported = new()
    {
        ["activities"] = "activities",
        ["audit_entries"] = "audit",
        ["carts"] = "carts",
        ["conversations"] = "conversations",
        ["credit_accounts"] = "credits",
        ["credit_entries"] = "creditEntries",
        ["customer_records"] = "paymentProviders",
        ["customers"] = "profile",
        ["generations"] = "generations",
        ["messages"] = "messages",
        ["orders"] = "orders",
        ["outgoing_mails"] = "mails",
        ["prompt_favorites"] = "favoritePrompts",
        ["prompts"] = "prompts",
        ["reviews"] = "reviews",
        ["sessions"] = "sessions",
        ["uploads"] = "uploads",
        ["wishlist_items"] = "wishlist",
    };

    private static readonly Dictionary<string, string> LeftOut = new()
    {
        ["access_revocations"] = "a moment that protects them, gone after minutes",
        ["activity_feeds"] = "a counter: the number of the last activity, which is there",
        ["email_tokens"] = "hashes of links in their mails, which are no use to anybody",
        ["stock_changes"] = "the shop's stock, counted by its staff at work",
    };

    [Fact]
    public async Task Every_table_that_names_a_customer_is_in_the_export_or_left_out_for_a_reason()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var life = await FullLife.LiveAsync(accounts);
        await using var db = (WeboxDbContext)accounts.Webox.OpenDb();
        db.CustomerRecords.Add(new CustomerRecord(PaymentProvider.Stripe, life.Customer.Id, "cus_1"));
        await db.SaveChangesAsync();

        var tables = db.Model.GetEntityTypes()
            .Where(type => type.GetProperties().Any(property => property.ClrType == typeof(CustomerId) || property.ClrType == typeof(CustomerId?)))
            .Select(type => type.GetTableName()!).Distinct().Order();
        Assert.Equal(tables, Exported.Keys.Concat(LeftOut.Keys).Append("customers").Distinct().Order());
        Assert.All(LeftOut.Values, reason => Assert.NotEmpty(reason));

        var document = await ExportAsync(accounts.Webox, life.Customer.Id);
        Assert.All(Exported.Values, name => Assert.True(IsFilled(document.GetProperty(name)), name));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_all_of_theirs_and_nothing_of_others_and_no_secret(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var life = await FullLife.LiveAsync(accounts);
        var bob = (await accounts.RegisterAsync("bob@example.com", "Bob Babbage")).Customer;
        await accounts.Webox.GivenPaidOrderAsync(bob, life.Mug);

        var document = await ExportAsync(accounts.Webox, life.Customer.Id);

        Assert.Equal((FullLife.Name, FullLife.Email), (Text(document, "profile", "name"), Text(document, "profile", "email")));
        var orders = document.GetProperty("orders").EnumerateArray().ToList();
        Assert.Equal(2, orders.Count);
        Assert.Equal(2, orders[0].GetProperty("lines")[0].GetProperty("quantity").GetInt32());
        Assert.Equal("Succeeded", Text(orders[0].GetProperty("payments")[0], "status"));
        var text = document.GetRawText();
        Assert.Contains("Je suis Lovelace.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Babbage", text, StringComparison.Ordinal);
        Assert.DoesNotContain("bob@", text, StringComparison.Ordinal);
        Assert.DoesNotContain("hash", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secret", text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Ten_thousand_rows_are_written_as_they_are_read(DatabaseKind kind)
    {
        await using var accounts = await AccountsAtWork.OpenAsync(kind);
        var ada = (await accounts.RegisterAsync()).Customer;
        await using (var db = accounts.Webox.OpenDb())
        {
            var now = accounts.Webox.Clock.GetUtcNow();
            db.CreditEntries.AddRange(Enumerable.Range(0, 10_000).Select(i => new CreditEntry
            {
                Id = CreditEntryId.From(Guid.CreateVersion7(now.AddMilliseconds(i))),
                CustomerId = ada.Id,
                Kind = CreditEntryKind.Adjustment,
                Amount = i + 1,
                CreatedAt = now,
            }));
            await db.SaveChangesAsync(default);
        }

        var output = new Watched();
        await accounts.Webox.RunAsync<ExportCustomer>(null, export => export.ExecuteAsync(ada.Id, output, default));

        output.Position = 0;
        var amounts = (await JsonDocument.ParseAsync(output)).RootElement.GetProperty("creditEntries").EnumerateArray().Select(entry => entry.GetProperty("amount").GetInt32());
        Assert.Equal(Enumerable.Range(1, 10_000), amounts);
        Assert.InRange(output.LargestWrite, 1, 100_000);
    }

    [Fact]
    public async Task It_is_given_five_times_an_hour_and_each_time_is_in_the_trail()
    {
        await using var accounts = await AccountsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var (ada, bob) = ((await accounts.RegisterAsync()).Customer, (await accounts.RegisterAsync("bob@example.com")).Customer);
        for (var i = 0; i < 5; i++)
        {
            await RequestAsync(accounts.Webox, ada);
        }

        await Assert.ThrowsAsync<TooManyAttemptsException>(() => RequestAsync(accounts.Webox, ada));
        await RequestAsync(accounts.Webox, bob);

        await using var db = accounts.Webox.OpenDb();
        Assert.Equal(5, await db.AuditEntries.CountAsync(entry => entry.Action == "data.exported" && entry.ActorId == ada.Id));
    }

    private static Task<CustomerId> RequestAsync(TestWebox webox, Customer customer) =>
        webox.RunAsync<RequestExport, CustomerId>(customer, request => request.ExecuteAsync(default));

    private static async Task<JsonElement> ExportAsync(TestWebox webox, CustomerId id)
    {
        var output = new MemoryStream();
        await webox.RunAsync<ExportCustomer>(null, export => export.ExecuteAsync(id, output, default));
        return JsonDocument.Parse(output.ToArray()).RootElement;
    }

    private static string? Text(JsonElement element, params string[] path) => path.Aggregate(element, (current, name) => current.GetProperty(name)).GetString();

    private static bool IsFilled(JsonElement section) => section.ValueKind is JsonValueKind.Array ? section.GetArrayLength() > 0 : section.EnumerateObject().Any();

    /// <summary>Remembers the largest piece that was written at once.</summary>
    private sealed class Watched : MemoryStream
    {
        public int LargestWrite { get; private set; }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            LargestWrite = Math.Max(LargestWrite, buffer.Length);
            return base.WriteAsync(buffer, cancellationToken);
        }
    }
}
