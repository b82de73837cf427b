namespace Webox.Domain.Catalog;

/// <summary>A shelf of the shop.</summary>
/// <param name="Slug">Unique, stable and readable: <c>outils-ia</c>.</param>
public sealed record Category(string Slug, string Name);
