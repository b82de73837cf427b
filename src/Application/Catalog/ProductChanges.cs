using System.Globalization;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>What the audit trail says of a product: its price first, for that is what people ask about.</summary>
internal static class ProductChanges
{
    /// <summary>What a new one is.</summary>
    public static string Of(Product product) =>
        string.Create(CultureInfo.InvariantCulture, $"{product.Kind}, price {product.Price}, stock {product.Stock?.ToString(CultureInfo.InvariantCulture) ?? "none"}");

    /// <summary>What differs from before. Null when nothing does.</summary>
    public static string? Between(ProductState before, ProductState now)
    {
        List<string> changes = [];
        Add("price", before.Price, now.Price);
        Add("original price", before.OriginalPrice, now.OriginalPrice);
        Add("for sale", before.IsForSale, now.IsForSale);
        Add("name", before.Name, now.Name);
        Add("category", before.Category, now.Category);
        Add("badge", before.Badge, now.Badge);
        Add("weight", before.WeightGrams, now.WeightGrams);
        Add("description", before.Description, now.Description);
        if (before.LongDescription != now.LongDescription)
        {
            changes.Add("long description");
        }

        if (!before.Images.SequenceEqual(now.Images))
        {
            changes.Add("images");
        }

        return changes.Count == 0 ? null : string.Join("; ", changes);

        void Add<T>(string what, T old, T changed)
        {
            if (!Equals(old, changed))
            {
                changes.Add(string.Create(CultureInfo.InvariantCulture, $"{what} {old?.ToString() ?? "none"} → {changed?.ToString() ?? "none"}"));
            }
        }
    }
}
