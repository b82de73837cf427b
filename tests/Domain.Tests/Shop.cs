using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Orders;

namespace Webox.Domain.Tests;

/// <summary>Products, carts and orders for tests, as short as they can be said.</summary>
internal static class Shop
{
    public static readonly DateTimeOffset Now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static readonly Address Paris = Address.Create("Ada", "1 rue de Rivoli", null, "Paris", "75001", "fr");

    public static Product Digital(long cents = 4999, long? original = null) => Make(ProductKind.Digital, cents, original);

    public static Product Physical(int stock, long cents = 1490) => Make(ProductKind.Physical, cents, stock: stock);

    public static Product Credits(int credits, long cents = 499) => Make(ProductKind.CreditPack, cents, credits: credits);

    public static Cart Cart(params (Product Product, int Quantity)[] lines)
    {
        var cart = Domain.Carts.Cart.Open(customer: null, Currency.Eur, Now);
        foreach (var (product, quantity) in lines)
        {
            cart.Add(product, quantity, Now);
        }

        return cart;
    }

    public static Cart ReadyCart(params (Product Product, int Quantity)[] lines)
    {
        var cart = Cart(lines);
        cart.UpdateCheckout(EmailAddress.Parse("ada@example.com"), Paris, shippingAddress: null);
        return cart;
    }

    public static CartQuote Quote(this Cart cart, bool isGuest = false, params Product[] products) =>
        new(cart, products.ToDictionary(product => product.Id), SalesTerms.Default, isGuest, Now);

    public static Order Order(long cents = 10000)
    {
        var product = Digital(cents);
        var cart = ReadyCart((product, 1));
        return Domain.Orders.Order.Place(cart, cart.Quote(products: product), new CustomerId(Guid.CreateVersion7(Now)), Now);
    }

    private static Product Make(ProductKind kind, long cents, long? original = null, int? stock = null, int credits = 0) => Product.Create(
        new ProductDescription($"p-{Guid.CreateVersion7(Now):N}", "Produit", "Court", "Long", "outils-ia"),
        kind, new Money(cents, Currency.Eur), original is { } o ? new Money(o, Currency.Eur) : null, stock, credits, Now);
}
