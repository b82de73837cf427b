using System.Text.Json;

namespace Webox.GraphQL.Operations.Audit;

/// <summary>What a server offers to customers: models by kind and provider, and ways to pay.</summary>
internal static class OffersProbe
{
    private static readonly string[] PaymentProviders = ["STRIPE", "PAYPAL", "BANK_TRANSFER", "SANDBOX"];

    public static async Task<IReadOnlyList<Finding>> ModelsAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var data = await Graph.AskAsync(http, "{ models { kind provider isAvailable } }", null, cancellationToken);
        return
        [
            .. data.GetProperty("models").EnumerateArray()
                .GroupBy(model => (Kind: Text(model, "kind"), Provider: Text(model, "provider")))
                .OrderBy(group => group.Key)
                .Select(group => Of(group.Key.Kind, group.Key.Provider, group.Count(model => model.GetProperty("isAvailable").GetBoolean()), group.Count())),
        ];
    }

    // Only a cart says how it can be paid, and only a product makes one.
    public static async Task<IReadOnlyList<Finding>> PaymentsAsync(HttpClient http, CancellationToken cancellationToken)
    {
        var data = await Graph.AskAsync(http, "{ products(first: 1, where: { inStock: true }) { nodes { id } } }", null, cancellationToken);
        var nodes = data.GetProperty("products").GetProperty("nodes");
        if (nodes.GetArrayLength() == 0)
        {
            return [new Finding("payments", Standing.NotConfigured, "no product to put into a cart")];
        }

        var added = await Graph.AskAsync(
            http,
            "mutation ($id: ID!) { addToCart(input: { productId: $id }) { cart { token checkout { paymentProviders } } errors { __typename } } }",
            new { id = Text(nodes[0], "id") },
            cancellationToken);
        var cart = added.GetProperty("addToCart").GetProperty("cart");
        await Graph.AskAsync(
            http, "mutation ($token: String) { clearCart(input: { cartToken: $token }) { removedLines } }", new { token = Text(cart, "token") }, cancellationToken);
        var offered = cart.GetProperty("checkout").GetProperty("paymentProviders").EnumerateArray().Select(provider => provider.GetString()).ToList();
        return
        [
            .. PaymentProviders.Select(provider => new Finding(
                $"payments by {provider}",
                !offered.Contains(provider) ? Standing.NotConfigured : provider is "SANDBOX" ? Standing.Sandbox : Standing.Offered,
                offered.Contains(provider) ? "offered at checkout" : "not offered at checkout")),
        ];
    }

    private static Finding Of(string kind, string provider, int available, int all) => new(
        $"{kind} by {provider}",
        available == 0 ? Standing.NotConfigured : provider is "SANDBOX" ? Standing.Sandbox : Standing.Offered,
        $"{available} of {all} models can be asked");

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!;
}
