using Webox.Application.Reviews;
using Webox.Domain.Catalog;
using Webox.Domain.Customers;
using Webox.Domain.Orders;
using Webox.Domain.Reviews;

namespace Webox.TestSupport;

/// <summary>Sets the stage of a shop whose customers say what they think.</summary>
public static class ReviewStage
{
    /// <summary>An order that is paid.</summary>
    public static async Task<Order> GivenPaidOrderAsync(this TestWebox webox, Customer customer, Product product, int quantity = 1)
    {
        var order = await webox.GivenOrderAsync(customer, (product, quantity));
        await webox.ConfirmAsync(customer, await webox.StartPaymentAsync(customer, order));
        return await webox.ReloadAsync(order);
    }

    public static async Task<Customer> GivenBuyerAsync(this TestWebox webox, Product product, string email = "ada@example.com")
    {
        var customer = await webox.GivenCustomerAsync(email);
        await webox.GivenPaidOrderAsync(customer, product);
        return customer;
    }

    public static Task<Review> ReviewAsync(this TestWebox webox, Customer? customer, Product product, int rating, string text = "Très bien.", string? title = null) =>
        webox.RunAsync<CreateReview, Review>(customer, create => create.ExecuteAsync(product.Id, new ReviewText(rating, title, text), default));
}
