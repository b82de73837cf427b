namespace Webox.Domain.Reviews;

/// <summary>What a customer says of a product.</summary>
/// <param name="Rating">1 to 5.</param>
/// <param name="Title">At most 100 characters on one line.</param>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record ReviewText(int Rating, string? Title, string Text)
{
    internal ReviewText Cleaned()
    {
        if (Rating is < Review.RatingMin or > Review.RatingMax)
        {
            throw new InvalidReviewException("rating", "La note va de 1 à 5.");
        }

        return new ReviewText(
            Rating,
            Line("title", Title, Review.TitleLengthMax),
            Within("text", Text.Trim(), Review.TextLengthMax) ?? throw new InvalidReviewException("text", "L'avis est vide."));
    }

    internal static string? Line(string field, string? text, int lengthMax) => text is null ? null : Within(field, Label.Line(text), lengthMax);

    private static string? Within(string field, string text, int lengthMax) => text.Length == 0
        ? null
        : text.Length <= lengthMax && UnicodeText.IsStorable(text) && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            ? text
            : throw new InvalidReviewException(field, $"« {field} » compte au plus {lengthMax} caractères, sans caractère de contrôle.");
}
