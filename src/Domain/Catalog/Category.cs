namespace Webox.Domain.Catalog;

/// <summary>A shelf of the shop.</summary>
/// <param name="Slug">Unique and readable: <c>outils-ia</c>.</param>
public sealed record Category(string Slug, string Name)
{
    public const int NameLengthMax = 100;

    /// <summary>Most of them in one shop: they are listed whole.</summary>
    public const int CountMax = 200;

    /// <param name="name">1 to <see cref="NameLengthMax"/> characters on one line.</param>
    /// <exception cref="InvalidCategoryException">The slug is none, or the name is not within its bounds.</exception>
    public static Category Create(string slug, string name)
    {
        if (!CatalogSlug.IsOne(slug))
        {
            throw new InvalidCategoryException("slug", CatalogSlug.Rule);
        }

        var line = Label.Line(name);
        return Label.Fits(line, NameLengthMax)
            ? new Category(slug, line)
            : throw new InvalidCategoryException("name", $"Le nom compte de 1 à {NameLengthMax} caractères, sans caractère de contrôle.");
    }
}
