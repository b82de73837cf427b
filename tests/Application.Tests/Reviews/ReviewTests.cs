using Microsoft.EntityFrameworkCore;
using Webox.Application.Reviews;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Reviews;
using Webox.TestSupport;

namespace Webox.Application.Tests.Reviews;

public sealed class ReviewTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_buyer_says_once_what_they_think_and_changes_or_takes_it_back(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 10);
        var (ada, bob) = (await webox.GivenBuyerAsync(mug), await webox.GivenBuyerAsync(mug, "bob@example.com"));

        var review = await webox.ReviewAsync(ada, mug, rating: 5, "  Solide.\nEt beau. ", " Un  mug ");
        await webox.ReviewAsync(bob, mug, rating: 2);
        Assert.Equal(("Ada", 5, "Un mug", "Solide.\nEt beau.", false), (review.Author, review.Rating, review.Title, review.Text, review.IsHidden));
        Assert.Equal((2, 7, 350), await FiguresAsync(webox, mug));

        await Assert.ThrowsAsync<AlreadyReviewedException>(() => webox.ReviewAsync(ada, mug, rating: 1));
        Assert.Equal((2, 7, 350), await FiguresAsync(webox, mug));

        var edited = await UpdateAsync(webox, ada, review.Id, rating: 3);
        Assert.Equal((3, null, webox.Clock.GetUtcNow()), (edited.Rating, edited.Title, edited.EditedAt));
        Assert.Equal((2, 5, 250), await FiguresAsync(webox, mug));

        await webox.RunAsync<DeleteReview, ReviewId>(ada, delete => delete.ExecuteAsync(review.Id, default));
        Assert.Equal((1, 2, 200), await FiguresAsync(webox, mug));
        await webox.ReviewAsync(ada, mug, rating: 4);
        Assert.Empty(await webox.BrokenInvariantsAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_did_not_buy_and_pay_says_nothing(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var (mug, other) = (await webox.GivenPhysicalAsync(stock: 10), await webox.GivenProductAsync());
        var stranger = await webox.GivenCustomerAsync();
        var unpaid = await webox.GivenCustomerAsync("bob@example.com");
        await webox.GivenOrderAsync(unpaid, (mug, 1));
        var buyerOfOther = await webox.GivenBuyerAsync(other, "eve@example.com");

        foreach (var customer in new[] { stranger, unpaid, buyerOfOther })
        {
            await Assert.ThrowsAsync<ProductNotBoughtException>(() => webox.ReviewAsync(customer, mug, rating: 1));
        }

        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Reviews.CountAsync());
        Assert.Equal((0, 0, 0), await FiguresAsync(webox, mug));
    }

    [Fact]
    public async Task Somebody_elses_review_is_not_found_and_stays_as_it_is()
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var mug = await webox.GivenPhysicalAsync(stock: 10);
        var (ada, bob) = (await webox.GivenBuyerAsync(mug), await webox.GivenCustomerAsync("bob@example.com"));
        var review = await webox.ReviewAsync(ada, mug, rating: 5);

        await Assert.ThrowsAsync<ReviewNotFoundException>(() => UpdateAsync(webox, bob, review.Id, rating: 1));
        await Assert.ThrowsAsync<ReviewNotFoundException>(
            () => webox.RunAsync<DeleteReview, ReviewId>(bob, delete => delete.ExecuteAsync(review.Id, default)));

        Assert.Equal((1, 5, 500), await FiguresAsync(webox, mug));
    }

    [Theory]
    [InlineData(0, null, "Bien.", "rating")]
    [InlineData(6, null, "Bien.", "rating")]
    [InlineData(5, null, " \n ", "text")]
    [InlineData(5, null, "Bi\0en.", "text")]
    public async Task What_is_out_of_bounds_is_refused_and_nothing_is_written(int rating, string? title, string text, string field)
    {
        await using var webox = await TestWebox.OpenAsync(DatabaseKind.Sqlite);
        var mug = await webox.GivenPhysicalAsync(stock: 10);
        var ada = await webox.GivenBuyerAsync(mug);

        Assert.Equal(field, (await Assert.ThrowsAsync<InvalidReviewException>(() => webox.ReviewAsync(ada, mug, rating, text, title))).Field);
        Assert.Equal("text", (await Assert.ThrowsAsync<InvalidReviewException>(() => webox.ReviewAsync(ada, mug, 5, new string('x', 4001)))).Field);
        Assert.Equal("title", (await Assert.ThrowsAsync<InvalidReviewException>(() => webox.ReviewAsync(ada, mug, 5, "x", new string('x', 101)))).Field);

        await using var db = webox.OpenDb();
        Assert.Equal(0, await db.Reviews.CountAsync());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_hides_a_review_with_a_reason_and_shows_it_again(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 10);
        var (ada, staff) = (await webox.GivenBuyerAsync(mug), await webox.GivenCustomerAsync("staff@example.com", Role.Support));
        var review = await webox.ReviewAsync(ada, mug, rating: 1);

        await Assert.ThrowsAsync<InvalidReviewException>(() => ModerateAsync(" "));
        Assert.Equal((1, 1, 100), await FiguresAsync(webox, mug));

        await ModerateAsync("Insultes");
        await ModerateAsync("Insultes");
        Assert.Equal((0, 0, 0), await FiguresAsync(webox, mug));
        await UpdateAsync(webox, ada, review.Id, rating: 2);
        Assert.Equal((0, 0, 0), await FiguresAsync(webox, mug));

        await ModerateAsync(null);
        Assert.Equal((1, 2, 200), await FiguresAsync(webox, mug));

        await using var db = webox.OpenDb();
        Assert.Equal(
            [(staff.Id, "review.hidden", "Insultes"), (staff.Id, "review.shown", null)],
            (await db.AuditEntries.AsNoTracking().OrderBy(e => e.Action).ToListAsync()).Select(e => (e.ActorId!.Value, e.Action, e.Detail)));
        Assert.Empty(await webox.BrokenInvariantsAsync());

        Task<Review> ModerateAsync(string? reason) =>
            webox.RunAsync<ModerateReview, Review>(staff, moderate => moderate.ExecuteAsync(review.Id, reason, default));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_average_is_exact_when_everybody_writes_at_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var mug = await webox.GivenPhysicalAsync(stock: 100);
        List<Customer> buyers = [];
        for (var i = 0; i < 12; i++)
        {
            buyers.Add(await webox.GivenBuyerAsync(mug, $"buyer{i}@example.com"));
        }

        // Each twice: one of the two is refused. Then everybody changes their mind three times at once.
        var written = await Task.WhenAll(buyers.SelectMany((buyer, i) => new[] { i % 5 + 1, i % 5 + 1 }.Select(rating => TryAsync(buyer, rating))));
        Assert.Equal(12, written.Count(review => review is not null));
        Assert.Equal((12, 33), await FiguresAsync(webox, mug) is var (count, sum, _) ? (count, sum) : default);
        await Task.WhenAll(written.OfType<Review>().SelectMany(review => new[] { 1, 3, 5 }.Select(
            rating => UpdateAsync(webox, buyers.Single(b => b.Id == review.CustomerId), review.Id, rating))));

        Assert.Equal(12, (await FiguresAsync(webox, mug)).Count);
        Assert.Empty(await webox.BrokenInvariantsAsync());

        async Task<Review?> TryAsync(Customer buyer, int rating)
        {
            try
            {
                return await webox.ReviewAsync(buyer, mug, rating);
            }
            catch (AlreadyReviewedException)
            {
                return null;
            }
        }
    }

    private static Task<Review> UpdateAsync(TestWebox webox, Customer customer, ReviewId id, int rating) =>
        webox.RunAsync<UpdateReview, Review>(customer, update => update.ExecuteAsync(id, new ReviewText(rating, null, "Finalement…"), default));

    private static async Task<(int Count, int Sum, int Hundredths)> FiguresAsync(TestWebox webox, Product product)
    {
        await using var db = webox.OpenDb();
        var stored = await db.Products.AsNoTracking().SingleAsync(p => p.Id == product.Id);
        return (stored.ReviewCount, stored.RatingSum, stored.RatingHundredths);
    }
}
