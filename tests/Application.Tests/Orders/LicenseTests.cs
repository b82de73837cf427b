using Microsoft.EntityFrameworkCore;
using Webox.Application.Payments;
using Webox.Application.Tests.Invoices;
using Webox.Domain.Orders;
using Webox.Domain.Payments;
using Webox.TestSupport;

namespace Webox.Application.Tests.Orders;

public sealed class LicenseTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_paid_digital_line_has_a_key_for_its_units_and_other_lines_have_none(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var order = await webox.GivenOrderAsync(
            ada, (await webox.GivenProductAsync(), 3), (await webox.GivenPhysicalAsync(stock: 5), 1), (await webox.GivenCreditPackAsync(500), 1));
        Assert.Empty(await LicensesAsync(webox));

        var payment = await webox.StartPaymentAsync(ada, order);
        await webox.ConfirmAsync(ada, payment);
        await webox.ConfirmAsync(ada, payment);

        var license = Assert.Single(await LicensesAsync(webox));
        Assert.Equal((3, (DateTimeOffset?)null, order.Lines.Single(line => line.Quantity == 3).Id), (license.Seats, license.RevokedAt, license.OrderLineId));
        Assert.Matches("^WBX(-[0-9A-HJKMNP-TV-Z]{5}){5}$", license.Key);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Refunded_units_lose_their_seats_and_the_last_one_the_key(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (order, payment) = await IssueInvoicesTests.GivenPaidAsync(webox, null, (await webox.GivenProductAsync(), 3));
        var line = order.Lines.Single();

        await IssueInvoicesTests.RefundAsync(webox, payment, "one", null, null, new RefundLine(line.Id, 1));
        Assert.Equal((2, (DateTimeOffset?)null), await StateAsync(webox));

        await IssueInvoicesTests.RefundAsync(webox, payment, "goodwill", 100, null);
        Assert.Equal((2, (DateTimeOffset?)null), await StateAsync(webox));

        await IssueInvoicesTests.RefundAsync(webox, payment, "rest", null, null);
        Assert.Equal((0, webox.Clock.GetUtcNow()), await StateAsync(webox));
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_lost_dispute_revokes_the_key(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (_, payment) = await IssueInvoicesTests.GivenPaidAsync(webox, null, (await webox.GivenProductAsync(), 1));

        await webox.ConfirmAsync(null, payment, SandboxOutcome.Dispute);
        Assert.Equal(1, (await StateAsync(webox)).Seats);
        await webox.ConfirmAsync(null, payment, SandboxOutcome.LoseDispute);

        Assert.Equal(0, (await StateAsync(webox)).Seats);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Fact]
    public void No_two_of_ten_thousand_keys_are_the_same() =>
        Assert.Equal(10_000, Enumerable.Range(0, 10_000).Select(_ => LicenseKey.Draw()).Distinct().Count());

    private static async Task<(int Seats, DateTimeOffset? RevokedAt)> StateAsync(TestWebox webox)
    {
        var license = Assert.Single(await LicensesAsync(webox));
        return (license.Seats, license.RevokedAt);
    }

    private static async Task<List<License>> LicensesAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.Licenses.AsNoTracking().ToListAsync();
    }
}
