namespace Webox.Domain.Catalog;

/// <summary>The words about a product, and its pictures.</summary>
/// <param name="Slug">Unique, stable and readable; used in web addresses.</param>
/// <param name="Name">1 to 200 characters on one line.</param>
/// <param name="Short">One line for lists, at most 300 characters.</param>
/// <param name="Long">At most 5,000 characters.</param>
/// <param name="Badge">Short label to show on the product, at most 50 characters: <c>Nouveau</c>.</param>
/// <param name="Images">The main one first; at most <see cref="ImagesMax"/>.</param>
/// <param name="WeightGrams">Of one unit with its wrapping; 0 for what is not shipped.</param>
public sealed record ProductDescription(
    string Slug, string Name, string? Short, string? Long, string CategorySlug, string? Badge = null, IReadOnlyList<ProductImage>? Images = null,
    int WeightGrams = 0)
{
    public const int NameLengthMax = 200;
    public const int ShortLengthMax = 300;
    public const int LongLengthMax = 5000;
    public const int BadgeLengthMax = 50;
    public const int ImagesMax = 10;

    /// <summary>The same, trimmed; parts without text are null.</summary>
    /// <exception cref="InvalidProductException">A part is not within its bounds.</exception>
    internal ProductDescription Cleaned()
    {
        InvalidProductException.Unless(Images is null or { Count: <= ImagesMax }, "images", $"{ImagesMax} images au plus.");
        return this with
        {
            Name = Line("name", Name, NameLengthMax) ?? throw new InvalidProductException("name", "Le nom est vide."),
            Short = Line("description", Short, ShortLengthMax),
            Long = Text("longDescription", Long?.Trim(), LongLengthMax),
            Badge = Line("badge", Badge, BadgeLengthMax),
            Images = Images is null ? null : [.. Images.Select(image => image.Cleaned())],
        };
    }

    internal static string? Line(string field, string? text, int lengthMax) => Text(field, text is null ? null : Label.Line(text), lengthMax);

    private static string? Text(string field, string? text, int lengthMax)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        InvalidProductException.Unless(
            text.Length <= lengthMax && UnicodeText.IsStorable(text) && !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')),
            field, $"« {field} » compte au plus {lengthMax} caractères, sans caractère de contrôle.");
        return text;
    }
}
