namespace Webox.GraphQL.Catalog;

public enum ProductSort
{
    /// <summary>A to Z.</summary>
    Name,

    /// <summary>Cheapest first.</summary>
    PriceAsc,

    /// <summary>Dearest first.</summary>
    PriceDesc,
    Newest,

    /// <summary>Best rated first. Nothing is rated yet, so it is the order of the names.</summary>
    Rating,

    /// <summary>By units in paid orders.</summary>
    BestSelling,
}
