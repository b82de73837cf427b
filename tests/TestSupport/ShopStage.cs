using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Carts;
using Webox.Application.Operations;
using Webox.Application.Orders;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.TestSupport;

/// <summary>Sets the stage of a shop, by the product's own use cases.</summary>
public static class ShopStage
{
    public static readonly Address Paris = Address.Create("Ada", "1 rue de Rivoli", null, "Paris", "75001", "FR");

    public static Task<Product> GivenProductAsync(this TestWebox webox, long cents = 4999, string? name = null) =>
        webox.GivenProductAsync(ProductKind.Digital, cents, name: name);

    public static Task<Product> GivenPhysicalAsync(this TestWebox webox, int stock, long cents = 1490) =>
        webox.GivenProductAsync(ProductKind.Physical, cents, stock: stock);

    public static Task<Product> GivenCreditPackAsync(this TestWebox webox, int credits, long cents = 499) =>
        webox.GivenProductAsync(ProductKind.CreditPack, cents, credits: credits);

    /// <summary>The token of a guest's cart.</summary>
    public static string TokenOf(this TestWebox webox, Cart cart) => webox.Services.GetRequiredService<CartTokens>().Sign(cart.Id);

    /// <summary>A cart with everything the checkout needs. A guest's when there is no customer.</summary>
    public static async Task<Cart> GivenCartAsync(this TestWebox webox, Customer? customer, params (Product Product, int Quantity)[] lines)
    {
        Cart? cart = null;
        foreach (var (product, quantity) in lines)
        {
            var token = customer is null && cart is not null ? webox.TokenOf(cart) : null;
            cart = await webox.RunAsync<AddToCart, Cart>(customer, add => add.ExecuteAsync(product.Id, quantity, token, default));
        }

        return await webox.RunAsync<UpdateCheckout, Cart>(
            customer, update => update.ExecuteAsync(cart!.Id, webox.TokenOf(cart), "ada@example.com", Paris, null, default));
    }

    /// <summary>
    /// Carts of guests, each with an address of its own and everything the checkout needs. Written straight into the database: to fill
    /// hundreds by use case takes long and proves nothing more.
    /// </summary>
    public static async Task<List<Cart>> GivenGuestCartsAsync(this TestWebox webox, int count, Func<(Product Product, int Quantity)[]> linesOf)
    {
        var now = webox.Clock.GetUtcNow();
        var carts = Enumerable.Range(0, count).Select(i =>
        {
            var cart = Cart.Open(customer: null, Currency.Eur, now);
            foreach (var (product, quantity) in linesOf())
            {
                cart.Add(product, quantity, now);
            }

            cart.UpdateCheckout(EmailAddress.Parse($"guest-{i}@example.com"), Paris, null);
            return cart;
        }).ToList();
        await using var db = webox.OpenDb();
        db.Carts.AddRange(carts);
        await db.SaveChangesAsync(default);
        return carts;
    }

    public static Task<Order> PlaceAsync(this TestWebox webox, Customer? customer, Cart cart) =>
        webox.RunAsync<PlaceOrder, Order>(customer, place => place.ExecuteAsync(cart.Id, webox.TokenOf(cart), default));

    public static async Task<Order> GivenOrderAsync(this TestWebox webox, Customer? customer, params (Product Product, int Quantity)[] lines) =>
        await webox.PlaceAsync(customer, await webox.GivenCartAsync(customer, lines));

    public static Task<Payment> StartPaymentAsync(this TestWebox webox, Customer? customer, Order order, string key = "key-1") =>
        webox.RunAsync<StartPayment, Payment>(customer, start => start.ExecuteAsync(
            order.Id, PaymentProvider.Sandbox, PaymentFlow.Embedded, new Uri("https://shop.example/thanks"), key, default));

    public static Task<Payment> ConfirmAsync(this TestWebox webox, Customer? customer, Payment payment, SandboxOutcome outcome = SandboxOutcome.Succeed) =>
        webox.RunAsync<ConfirmSandboxPayment, Payment>(customer, confirm => confirm.ExecuteAsync(payment.Id, outcome, default));

    /// <summary>The order as it is stored now.</summary>
    public static async Task<Order> ReloadAsync(this TestWebox webox, Order order)
    {
        await using var db = webox.OpenDb();
        return await db.Orders.AsNoTracking().SingleAsync(o => o.Id == order.Id);
    }

    /// <summary>Units left of a product, as stored now.</summary>
    public static async Task<int?> StockOfAsync(this TestWebox webox, Product product)
    {
        await using var db = webox.OpenDb();
        return await db.Products.Where(p => p.Id == product.Id).Select(p => p.Stock).SingleAsync();
    }

    /// <summary>Every broken invariant: <c>M8: mug</c>.</summary>
    public static async Task<IReadOnlyList<string>> BrokenInvariantsAsync(this TestWebox webox)
    {
        var broken = new List<string>();
        await foreach (var result in webox.Services.GetRequiredService<IDatabaseOperations>().CheckInvariantsAsync(default))
        {
            broken.AddRange(result.Violations.Select(key => $"{result.Invariant.Id}: {key}"));
        }

        return broken;
    }

    private static async Task<Product> GivenProductAsync(
        this TestWebox webox, ProductKind kind, long cents, int? stock = null, int credits = 0, string? name = null)
    {
        await using var db = webox.OpenDb();
        if (!await db.Categories.AnyAsync())
        {
            db.Categories.Add(new Category("outils", "Outils"));
        }

        var now = webox.Clock.GetUtcNow();
        var product = Product.Create(
            new ProductDescription($"p-{Guid.CreateVersion7(now):N}", name ?? $"{kind}", "Court", "Long", "outils"),
            kind, new Money(cents, Currency.Eur), originalPrice: null, stock, credits, now);
        db.Products.Add(product);
        await db.SaveChangesAsync(default);
        return product;
    }
}
