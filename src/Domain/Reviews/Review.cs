using Webox.Domain.Catalog;
using Webox.Domain.Customers;

namespace Webox.Domain.Reviews;

/// <summary>Identifies a <see cref="Review"/>.</summary>
public readonly record struct ReviewId(Guid Value) : IEntityId<ReviewId>
{
    public static ReviewId From(Guid value) => new(value);
}

/// <summary>What somebody who bought a product thinks of it; one each. Staff hides it or shows it again, its writer changes or deletes it.</summary>
public sealed class Review
{
    public const int RatingMin = 1;
    public const int RatingMax = 5;
    public const int TitleLengthMax = 100;
    public const int TextLengthMax = 4000;
    public const int ReasonLengthMax = 500;

    private Review()
    {
        // EF Core
    }

    public ReviewId Id { get; private init; }

    public ProductId ProductId { get; private init; }

    public CustomerId CustomerId { get; private init; }

    /// <summary>Who wrote it. Comes along whenever a review is loaded.</summary>
    public Customer Writer { get; private init; } = null!;

    /// <summary>1 to 5.</summary>
    public int Rating { get; private set; }

    public string? Title { get; private set; }

    public string Text { get; private set; } = null!;

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When its writer last changed it. Null until then.</summary>
    public DateTimeOffset? EditedAt { get; private set; }

    /// <summary>Why staff hides it. Null while it is shown.</summary>
    public string? HiddenReason { get; private set; }

    /// <summary>Raised to lock it.</summary>
    public int Version { get; private init; }

    public bool IsHidden => HiddenReason is not null;

    /// <summary>What it counts for in the average of its product.</summary>
    public RatingShare Share => IsHidden ? default : new RatingShare(1, Rating);

    /// <summary>How its writer is shown to others: the first name and one letter of the last.</summary>
    public string Author
    {
        get
        {
            var names = Writer.Name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            return names.Length switch
            {
                0 => "Client",
                1 => names[0],
                _ => $"{names[0]} {names[^1].EnumerateRunes().First()}.",
            };
        }
    }

    /// <exception cref="InvalidReviewException">Rating, title or text is not within its bounds.</exception>
    public static Review Write(Customer writer, ProductId product, ReviewText review, DateTimeOffset now)
    {
        var written = new Review
        {
            Id = ReviewId.From(Guid.CreateVersion7(now)),
            ProductId = product,
            CustomerId = writer.Id,
            Writer = writer,
            CreatedAt = now,
        };
        written.Set(review);
        return written;
    }

    /// <summary>Replaces what its writer said. One that is hidden stays hidden.</summary>
    /// <exception cref="InvalidReviewException">Rating, title or text is not within its bounds.</exception>
    public void Edit(ReviewText review, DateTimeOffset now)
    {
        Set(review);
        EditedAt = now;
    }

    /// <exception cref="InvalidReviewException">The reason is empty or too long.</exception>
    public void Hide(string reason) => HiddenReason = ReviewText.Line("reason", reason, ReasonLengthMax)
        ?? throw new InvalidReviewException("reason", "Dites pourquoi l'avis est masqué.");

    public void Show() => HiddenReason = null;

    private void Set(ReviewText review)
    {
        var cleaned = review.Cleaned();
        (Rating, Title, Text) = (cleaned.Rating, cleaned.Title, cleaned.Text);
    }
}
