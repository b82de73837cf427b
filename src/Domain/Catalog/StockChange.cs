using Webox.Domain.Customers;

namespace Webox.Domain.Catalog;

/// <summary>Units that staff put on the shelf or took from it, so that the same request never counts twice.</summary>
public sealed class StockChange
{
    private StockChange()
    {
        // EF Core
    }

    public ProductId ProductId { get; private init; }

    /// <summary>Unique for its product.</summary>
    public string IdempotencyKey { get; private init; } = null!;

    /// <summary>Negative for units taken away.</summary>
    public int Units { get; private init; }

    public CustomerId? StaffId { get; private init; }

    public DateTimeOffset At { get; private init; }

    public static StockChange Of(ProductId product, int units, string key, CustomerId? staff, DateTimeOffset now) =>
        new() { ProductId = product, Units = units, IdempotencyKey = key, StaffId = staff, At = now };
}
