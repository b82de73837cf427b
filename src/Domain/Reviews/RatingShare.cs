namespace Webox.Domain.Reviews;

/// <summary>What a review adds to the figures of its product: nothing while it is hidden.</summary>
public readonly record struct RatingShare(int Count, int Sum)
{
    public static RatingShare operator -(RatingShare a, RatingShare b) => new(a.Count - b.Count, a.Sum - b.Sum);
}
