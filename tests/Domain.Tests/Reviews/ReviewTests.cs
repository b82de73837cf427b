using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Reviews;

namespace Webox.Domain.Tests.Reviews;

public sealed class ReviewTests
{
    [Theory]
    [InlineData("Ada Lovelace", "Ada L.")]
    [InlineData("  Ada   King  de Lovelace ", "Ada L.")]
    [InlineData("Ada", "Ada")]
    [InlineData("Ada 🦊", "Ada 🦊.")]
    [InlineData(" ", "Client")]
    public void A_writer_is_shown_by_the_first_name_and_one_letter(string name, string author) => Assert.Equal(author, Write(name).Author);

    [Fact]
    public void A_hidden_review_counts_for_nothing()
    {
        var review = Write("Ada");
        Assert.Equal(new RatingShare(1, 4), review.Share);

        review.Hide("  Hors  sujet ");
        Assert.Equal((default, "Hors sujet"), (review.Share, review.HiddenReason));

        review.Show();
        Assert.Equal(new RatingShare(1, 4), review.Share);
    }

    private static Review Write(string name) => Review.Write(
        new Customer { Id = CustomerId.From(Guid.CreateVersion7(Shop.Now)), Email = "ada@example.com", Name = name, RegisteredAt = Shop.Now },
        ProductId.From(Guid.CreateVersion7(Shop.Now)),
        new ReviewText(4, null, "Bien."),
        Shop.Now);
}
