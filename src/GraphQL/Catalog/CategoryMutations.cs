using Webox.Application.Catalog;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Catalog;

[MutationType]
public static class CategoryMutations
{
    /// <summary>Puts up a new category. Catalogue staff only.</summary>
    /// <param name="slug">1 to 100 small letters, digits and hyphens.</param>
    /// <param name="name">1 to 100 characters.</param>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<InvalidCategoryException>]
    [Error<CategoryTakenException>]
    [Error<TooManyCategoriesException>]
    public static Task<Category> CreateCategoryAsync(string slug, string name, CreateCategory createCategory, CancellationToken cancellationToken) =>
        createCategory.ExecuteAsync(slug, name, cancellationToken);

    /// <summary>Changes a category. Fields left out stay as they are. Safe to repeat. Catalogue staff only.</summary>
    /// <param name="newSlug">1 to 100 small letters, digits and hyphens. Its products follow; addresses made of the old one lead nowhere.</param>
    /// <param name="name">1 to 100 characters.</param>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<CategoryNotFoundException>]
    [Error<InvalidCategoryException>]
    [Error<CategoryTakenException>]
    public static Task<Category> UpdateCategoryAsync(
        string slug, string? newSlug, string? name, UpdateCategory updateCategory, CancellationToken cancellationToken) =>
        updateCategory.ExecuteAsync(slug, newSlug, name, cancellationToken);

    /// <summary>Takes away a category that nothing is in, not even a product that left the catalogue. Catalogue staff only.</summary>
    [Authorize(Roles = [nameof(Role.Catalog), nameof(Role.Admin)])]
    [Error<CategoryNotFoundException>]
    [Error<CategoryNotEmptyException>]
    [UseMutationConvention(PayloadFieldName = "deletedCategorySlug")]
    public static async Task<string> DeleteCategoryAsync(string slug, DeleteCategory deleteCategory, CancellationToken cancellationToken) =>
        (await deleteCategory.ExecuteAsync(slug, cancellationToken)).Slug;
}
