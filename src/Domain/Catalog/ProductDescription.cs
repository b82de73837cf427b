namespace Webox.Domain.Catalog;

/// <summary>The words about a product.</summary>
/// <param name="Slug">Unique, stable and readable; used in web addresses.</param>
/// <param name="Short">One line for lists.</param>
/// <param name="Badge">Short label to show on the product: <c>Nouveau</c>.</param>
/// <param name="WeightGrams">Of one unit with its wrapping; 0 for what is not shipped.</param>
public sealed record ProductDescription(
    string Slug, string Name, string Short, string Long, string CategorySlug, string? Badge = null, string? ImageUrl = null, int WeightGrams = 0);
