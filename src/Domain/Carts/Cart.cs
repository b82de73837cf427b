using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Promotions;

namespace Webox.Domain.Carts;

/// <summary>What someone means to buy. It holds no price: <see cref="CartQuote"/> computes, <see cref="Orders.Order.Place"/> fixes.</summary>
public sealed class Cart
{
    /// <summary>A bound on what one page shows and one order charges.</summary>
    public const int LinesMax = 100;

    /// <summary>How long a guest's cart is kept after its last change.</summary>
    public static readonly TimeSpan GuestLifetime = TimeSpan.FromDays(30);

    private readonly List<CartLine> _lines = [];

    private Cart()
    {
        // EF Core
    }

    public CartId Id { get; private init; }

    /// <summary>Null for a guest's cart, which its token opens.</summary>
    public CustomerId? CustomerId { get; private init; }

    public CartStatus Status { get; private set; }

    public Currency Currency { get; private init; } = null!;

    /// <summary>Where the receipt goes.</summary>
    public string? Email { get; private set; }

    public Address? BillingAddress { get; private set; }

    /// <summary>Null: the billing address.</summary>
    public Address? ShippingAddress { get; private set; }

    /// <summary>Null: none. One at a time.</summary>
    public PromoCodeId? PromoCodeId { get; private set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; private set; }

    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it last changed. A guest's cart is forgotten some time after.</summary>
    public DateTimeOffset UpdatedAt { get; private init; }

    /// <summary>Names of products of a guest's cart that a merge could not take over; until this cart is changed.</summary>
    public IReadOnlyList<string> LeftOut { get; private set; } = [];

    /// <summary>As added; at most 100.</summary>
    public IReadOnlyList<CartLine> Lines => _lines;

    /// <summary>Sum of the quantities.</summary>
    public int ItemCount => _lines.Sum(line => line.Quantity);

    /// <param name="customer">Null for a guest.</param>
    public static Cart Open(CustomerId? customer, Currency currency, DateTimeOffset now) => new()
    {
        Id = CartId.From(Guid.CreateVersion7(now)),
        CustomerId = customer,
        Currency = currency,
        CreatedAt = now,
        UpdatedAt = now,
    };

    /// <summary>Adds to the line of that product, or starts one.</summary>
    /// <exception cref="ProductNotFoundException">It is not for sale.</exception>
    /// <exception cref="InvalidQuantityException">Less than 1, or the line or the cart would hold too much.</exception>
    /// <exception cref="OutOfStockException">The line would exceed the stock.</exception>
    public void Add(Product product, int quantity, DateTimeOffset now)
    {
        if (!product.IsForSale)
        {
            throw new ProductNotFoundException();
        }

        var line = _lines.Find(l => l.ProductId == product.Id);
        var wanted = (long)(line?.Quantity ?? 0) + quantity;
        if (quantity < 1 || wanted > CartLine.QuantityMax)
        {
            throw new InvalidQuantityException(quantity);
        }

        CheckStock(product, (int)wanted);
        LeftOut = [];
        if (line is not null)
        {
            line.Change(product, (int)wanted);
        }
        else if (_lines.Count < LinesMax)
        {
            _lines.Add(new CartLine(product, quantity, NextPosition, now));
        }
        else
        {
            throw InvalidQuantityException.CartFull(quantity);
        }
    }

    /// <summary>Sets the quantity of a line; 0 removes it.</summary>
    /// <param name="product">The product of that line.</param>
    /// <exception cref="InvalidQuantityException">Not 0 to 999.</exception>
    /// <exception cref="OutOfStockException">More than the stock.</exception>
    public void Change(CartLine line, Product product, int quantity)
    {
        if (quantity is < 0 or > CartLine.QuantityMax)
        {
            throw new InvalidQuantityException(quantity);
        }

        if (quantity == 0)
        {
            LeftOut = [];
            _lines.Remove(line);
            return;
        }

        CheckStock(product, quantity);
        LeftOut = [];
        line.Change(product, quantity);
    }

    /// <returns>How many lines were removed.</returns>
    public int Clear()
    {
        var count = _lines.Count;
        LeftOut = [];
        _lines.Clear();
        return count;
    }

    /// <summary>Keeps a code on the cart instead of the one it had. It is used up by the order.</summary>
    /// <param name="quote">The cart as it is now, with that code.</param>
    /// <exception cref="PromoCodeNotUsableException">It takes nothing off; the cart keeps what it had.</exception>
    public void ApplyPromoCode(PromoCode code, CartQuote quote)
    {
        quote.RequirePromoCode();
        PromoCodeId = code.Id;
    }

    public void RemovePromoCode() => PromoCodeId = null;

    /// <summary>What is null stays as it is.</summary>
    public void UpdateCheckout(EmailAddress? email, Address? billingAddress, Address? shippingAddress)
    {
        Email = email?.Value ?? Email;
        BillingAddress = billingAddress ?? BillingAddress;
        ShippingAddress = shippingAddress ?? ShippingAddress;
    }

    /// <summary>
    /// Takes over a guest's lines and, where this cart has none, promo code, e-mail and addresses. What exceeds the stock, the line or the cart is
    /// left out, and the line or <see cref="LeftOut"/> says so: signing in must not fail for it.
    /// </summary>
    /// <param name="products">Every product of the guest's cart.</param>
    public void TakeOver(Cart guest, IReadOnlyDictionary<ProductId, Product> products, DateTimeOffset now)
    {
        foreach (var theirs in guest._lines.OrderBy(line => line.Position))
        {
            var product = products[theirs.ProductId];
            var ours = _lines.Find(line => line.ProductId == product.Id);
            var wanted = (ours?.Quantity ?? 0) + theirs.Quantity;
            var possible = Math.Min(wanted, Math.Min(CartLine.QuantityMax, product.Stock ?? CartLine.QuantityMax));
            if (ours is null && (_lines.Count == LinesMax || possible == 0))
            {
                LeftOut = [.. LeftOut, product.Name];
                continue;
            }

            if (ours is null)
            {
                ours = new CartLine(product, possible, NextPosition, now);
                _lines.Add(ours);
            }
            else
            {
                // A stock that ran out keeps what this cart already wanted: the checkout says that it is too much.
                possible = Math.Max(possible, ours.Quantity);
                ours.Change(product, possible);
            }

            if (possible < wanted)
            {
                ours.Cap(possible);
            }
        }

        PromoCodeId ??= guest.PromoCodeId;
        Email ??= guest.Email;
        BillingAddress ??= guest.BillingAddress;
        ShippingAddress ??= guest.ShippingAddress;
        guest.Status = CartStatus.Merged;
    }

    /// <summary>Freezes the cart: it became an order.</summary>
    internal void Freeze() => Status = CartStatus.Ordered;

    private static void CheckStock(Product product, int quantity)
    {
        if (product.Stock is { } stock && stock < quantity)
        {
            throw new OutOfStockException(product, stock);
        }
    }

    private int NextPosition => _lines.Count == 0 ? 1 : _lines.Max(line => line.Position) + 1;
}
