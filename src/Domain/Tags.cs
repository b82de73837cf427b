namespace Webox.Domain;

/// <summary>The tags of one thing. They are replaced as a whole, so none is lost.</summary>
public static class Tags
{
    public const int CountMax = 20;

    /// <summary>Longest tag, in characters.</summary>
    public const int LengthMax = 50;

    /// <returns>The tags in their order; of two that differ in case only, the first.</returns>
    /// <exception cref="InvalidLabelException">A tag is empty or too long.</exception>
    /// <exception cref="TooManyTagsException">More than twenty.</exception>
    public static IReadOnlyList<string> Of(IReadOnlyList<string> tags)
    {
        if (tags.Count > CountMax)
        {
            throw new TooManyTagsException();
        }

        return [.. tags.Select(tag => Label.Of("tags", tag, LengthMax)).DistinctBy(tag => tag.ToUpperInvariant())];
    }
}

public sealed class TooManyTagsException() : DomainException($"{Tags.CountMax} étiquettes au plus.")
{
    public int CountMax { get; } = Tags.CountMax;
}
