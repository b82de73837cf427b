using Microsoft.EntityFrameworkCore;
using Webox.Application.Promotions;
using Webox.Domain.Accounts;
using Webox.Domain.Carts;
using Webox.Domain.Promotions;
using Webox.TestSupport;

namespace Webox.Application.Tests.Promotions;

public sealed class ApplyPromoCodeTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Checking_a_code_a_hundred_times_uses_nothing_up(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var code = await webox.GivenPromoCodeAsync("BIENVENUE10", usesMax: 1);
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 1));

        for (var i = 0; i < 100; i++)
        {
            cart = await webox.ApplyPromoCodeAsync(null, cart, " bienvenue10 ");
        }

        Assert.Equal(code.Id, cart.PromoCodeId);
        Assert.Equal(0, await webox.UsesOfAsync(code));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_second_code_replaces_the_first_and_removing_it_leaves_none(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenPromoCodeAsync("FIRST");
        var second = await webox.GivenPromoCodeAsync("SECOND");
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 1));

        await webox.ApplyPromoCodeAsync(null, cart, "FIRST");
        Assert.Equal(second.Id, (await webox.ApplyPromoCodeAsync(null, cart, "SECOND")).PromoCodeId);

        var removed = await webox.RunAsync<RemovePromoCode, Cart?>(null, remove => remove.ExecuteAsync(webox.TokenOf(cart), default));
        Assert.Null(removed!.PromoCodeId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_that_cannot_be_used_is_refused_with_its_reason_and_the_cart_keeps_what_it_had(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var now = webox.Clock.GetUtcNow();
        var kept = await webox.GivenPromoCodeAsync("KEPT");
        var ended = await webox.GivenPromoCodeAsync("ENDED");
        await webox.RunAsync<DeactivatePromoCode, PromoCode>(null, end => end.ExecuteAsync(ended.Id, default));
        await webox.GivenPromoCodeAsync("LATER", startsAt: now.AddSeconds(1));
        await webox.GivenPromoCodeAsync("OVER", expiresAt: now);
        await webox.GivenPromoCodeAsync("RICH", minimumCents: 5000);
        await webox.GivenPromoCodeAsync("ONCE", usesMax: 1);
        var product = await webox.GivenProductAsync(4999);
        await webox.PlaceAsync(null, await webox.ApplyPromoCodeAsync(null, await webox.GivenCartAsync(null, (product, 1)), "ONCE"));
        var cart = await webox.ApplyPromoCodeAsync(null, await webox.GivenCartAsync(null, (product, 1)), "KEPT");

        foreach (var (text, reason) in new[]
        {
            ("NEVER", PromoCodeProblem.Unknown), ("ENDED", PromoCodeProblem.Inactive), ("LATER", PromoCodeProblem.NotYetValid),
            ("OVER", PromoCodeProblem.Expired), ("RICH", PromoCodeProblem.MinimumNotReached), ("ONCE", PromoCodeProblem.UsedUp),
            (new string('X', 100_000), PromoCodeProblem.Unknown), ("", PromoCodeProblem.Unknown), ("%", PromoCodeProblem.Unknown), ("A\u0000B", PromoCodeProblem.Unknown),
        })
        {
            Assert.Equal(reason, (await Assert.ThrowsAsync<PromoCodeNotUsableException>(() => webox.ApplyPromoCodeAsync(null, cart, text))).Reason);
        }

        await using var db = webox.OpenDb();
        Assert.Equal(kept.Id, (await db.Carts.SingleAsync(c => c.Id == cart.Id)).PromoCodeId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_tries_many_codes_is_stopped_and_even_the_right_one_has_to_wait(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenPromoCodeAsync("RIGHT");
        var cart = await webox.GivenCartAsync(null, (await webox.GivenProductAsync(), 1));
        await webox.ApplyPromoCodeAsync(null, cart, "RIGHT");
        await webox.RunAsync<RemovePromoCode, Cart?>(null, remove => remove.ExecuteAsync(webox.TokenOf(cart), default));
        for (var i = 0; i < 20; i++)
        {
            await Assert.ThrowsAsync<PromoCodeNotUsableException>(() => webox.ApplyPromoCodeAsync(null, cart, $"WRONG-{i}"));
        }

        await Assert.ThrowsAsync<TooManyAttemptsException>(() => webox.ApplyPromoCodeAsync(null, cart, "RIGHT"));

        await using var db = webox.OpenDb();
        Assert.Null((await db.Carts.SingleAsync()).PromoCodeId);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_cart_there_is_nothing_to_put_a_code_on(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenPromoCodeAsync("BIENVENUE10");

        await Assert.ThrowsAsync<CartNotFoundException>(() => webox.RunAsync<ApplyPromoCode, Cart>(null, apply => apply.ExecuteAsync("BIENVENUE10", null, default)));
        Assert.Null(await webox.RunAsync<RemovePromoCode, Cart?>(null, remove => remove.ExecuteAsync(null, default)));
    }
}
