using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Payments;

public sealed class PaymentTypeTests
{
    [Theory]
    [InlineData("Payment", "amount captured createdAt declineReason fee id nextAction order provider refunded refunds status")]
    [InlineData("Order", "billingAddress creditNotes discount fulfilledAt id invoice licenses lines nextStatuses number paid paidAt payments placedAt pricesIncludeTax promoCode refunded shipping shippingAddress status subtotal tax total trackingNumber")]
    [InlineData("Cart", "checkout discount id itemCount lines pricesIncludeTax promoCode shipping subtotal tax token total warnings")]
    [InlineData("Product", "averageRating badge category creditsGranted description discountPercent id imageUrl images isAvailable isForSale kind longDescription myReview name originalPrice price related reviewCount reviews sampleRating slug stock weightGrams")]
    public async Task Nothing_of_a_row_is_shown_but_what_is_meant_to_be(string type, string fields)
    {
        await using var app = await WeboxApp.StartAsync(DatabaseKind.Sqlite);

        var data = await app.QueryAsync("query($type: String!) { __type(name: $type) { fields { name } } }", new { type });

        Assert.Equal(fields, string.Join(' ', data.At("__type", "fields").Texts("name").Order(StringComparer.Ordinal)));
    }
}
