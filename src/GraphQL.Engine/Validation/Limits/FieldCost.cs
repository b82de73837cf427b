using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Limits;

/// <summary>
/// The static cost of fields, after https://ibm.github.io/graphql-specs/cost-spec.html: one for each object made, none for a leaf that
/// is read from its parent, one more for a field with a resolver of its own. A resolver below a list counts no more than that
/// because DataLoaders fetch for all items at once.
/// </summary>
internal static class FieldCost
{
    private const int ObjectCost = 1;
    private const int ResolverCost = 1;

    /// <summary>What selecting the field once costs, without what is below it.</summary>
    public static int Of(Field field) =>
        (field.Type.Named is CompositeType ? ObjectCost : 0) + (field.Resolver is null ? 0 : ResolverCost);

    /// <summary>
    /// How many items a connection returns at most: <c>first</c> or <c>last</c> where one is a number, its largest page where
    /// one is a variable, since the variable may be anything, and its default page where neither is given.
    /// </summary>
    public static int PageSize(FieldNode field, PagingSettings paging)
    {
        var size = field.Arguments
            .Where(argument => argument.Name.Value is "first" or "last" && argument.Value is not NullValueNode)
            .Select(argument => argument.Value is IntValueNode number ? Clamp(number.Value, paging.MaxPageSize) : paging.MaxPageSize)
            .DefaultIfEmpty(paging.DefaultPageSize)
            .Min();
        return Math.Max(size, 1);
    }

    // A number over the largest page is refused by the connection itself, so it costs no more than that page.
    private static int Clamp(string digits, int pageMax) => int.TryParse(digits, out var size) ? Math.Min(size, pageMax) : pageMax;
}
