using System.Net;
using System.Text.Json;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Tests.Invoices;

public sealed class InvoiceAccessTests
{
    private const string Document = "query($id: ID!) { node(id: $id) { ... on Order { invoice { number pdfUrl } } } }";

    [Fact]
    public async Task An_invoice_is_its_buyers_and_the_staffs_and_nobody_writes_or_lists_any()
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();
        var (ada, eve, finance) = (await app.RegisterAsync(), await app.RegisterAsync("eve@example.com"), await app.SignInAsStaffAsync(Role.Finance));
        var cart = (await app.AddAsync("mug-webox", accessToken: ada)).At("cart");
        await app.CheckoutAsync(cart, accessToken: ada);
        var order = (await app.PlaceAsync(cart, ada)).At("order");
        await app.ConfirmAsync((await app.PayAsync(order, accessToken: ada)).At("payment"), accessToken: ada);
        var id = order.At("id").GetString();

        var invoice = (await app.QueryAsync(Document, new { id }, ada)).At("node", "invoice");
        Assert.Equal(invoice.At("number").GetString(), (await app.QueryAsync(Document, new { id }, finance)).At("node", "invoice", "number").GetString());
        foreach (var stranger in new[] { eve, null })
        {
            Assert.Equal(JsonValueKind.Null, (await app.QueryAsync(Document, new { id }, stranger)).At("node").ValueKind);
        }

        var url = new Uri(invoice.At("pdfUrl").GetString()!);
        Assert.Equal(HttpStatusCode.OK, await AskAsync(HttpMethod.Get, url.PathAndQuery));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(HttpMethod.Get, url.AbsolutePath));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(HttpMethod.Get, "/invoices"));
        Assert.Equal(HttpStatusCode.NotFound, await AskAsync(HttpMethod.Get, $"/invoices/{invoice.At("number").GetString()}"));
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            Assert.Equal(HttpStatusCode.MethodNotAllowed, await AskAsync(method, url.PathAndQuery));
        }

        async Task<HttpStatusCode> AskAsync(HttpMethod method, string path)
        {
            using var request = new HttpRequestMessage(method, path) { Content = method == HttpMethod.Get ? null : new StringContent("%PDF-1.7") };
            using var response = await app.Http.SendAsync(request);
            return response.StatusCode;
        }
    }
}
