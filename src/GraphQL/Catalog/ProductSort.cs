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

    /// <summary>Best rated first, by reviews of buyers alone. Products without a review come last.</summary>
    Rating,

    /// <summary>By units in paid orders, less those that came back.</summary>
    BestSelling,

    /// <summary>Those first whose names have most of the words of `search`; of equals, the best selling.</summary>
    Relevance,
}
