using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Application.Accounts;
using Webox.Application.Credits;
using Webox.Domain.Customers;
using Webox.GraphQL.Tests.Conversations;
using Webox.GraphQL.Tests.Generations;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Security.Matrix;

/// <summary>One customer who has one of everything, the others who would like to see it, and the word that is in all of it.</summary>
internal sealed class Estate : IAsyncDisposable
{
    /// <summary>Whoever reads it has seen something of the owner's.</summary>
    public const string Canary = "canary";

    public const string Email = "canary@example.com";

    private static readonly byte[] Pixel = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private Estate(WeboxApp app) => App = app;

    public WeboxApp App { get; }

    public IReadOnlyList<Column> Columns { get; private set; } = [];

    /// <summary>Ids of the owner's objects by type, and of a product that everybody sees.</summary>
    public Dictionary<string, string> Ids { get; } = [];

    public Column Owner => Columns.Single(column => column.IsOwner);

    public static async Task<Estate> SettleAsync(DatabaseKind kind = DatabaseKind.Sqlite)
    {
        var estate = new Estate(await (await WeboxApp.StartAsync(kind)).SeedAsync());
        await estate.FillAsync();
        return estate;
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    private async Task FillAsync()
    {
        var owner = await App.RegisterAsync(Email);
        await using var scope = App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IWeboxDb>();
        var ownerId = (await db.Customers.SingleAsync()).Id;
        await scope.ServiceProvider.GetRequiredService<ICreditLedger>().PostPurchaseAsync(ownerId, Guid.CreateVersion7(), 10_000, default);
        await OwnAsync(owner);
        Ids["Customer"] = await GraphQLServer.WriteIdAsync(App.Services, "Customer", ownerId.Value);

        var bystander = await AddSomebodyAsync(db, "bystander", Role.Customer);
        Ids["Account"] = await GraphQLServer.WriteIdAsync(App.Services, "CustomerAccount", bystander.Value);
        Ids["PromoCode"] = await GraphQLServer.WriteIdAsync(App.Services, "PromoCode", (await db.PromoCodes.OrderBy(code => code.Code).FirstAsync()).Id.Value);

        var tokens = scope.ServiceProvider.GetRequiredService<IAccessTokens>();
        var bad = new BadTokens(scope.ServiceProvider.GetRequiredService<IKeyRing>());
        List<Column> columns =
        [
            new("anonymous", null, null),
            new("expired", bad.Expired(ownerId), null),
            new("other audience", bad.OfAnotherAudience(ownerId), null),
        ];
        foreach (var (name, role) in new[] { ("other", Role.Customer), ("catalog", Role.Catalog), ("support", Role.Support), ("finance", Role.Finance), ("admin", Role.Admin) })
        {
            var somebody = await AddSomebodyAsync(db, name, role);
            var token = tokens.Issue(somebody, role).Value;
            columns.Add(new(name, token, role));
            await LiveAsync(token);
        }

        columns.Add(new("owner", tokens.Issue(ownerId, Role.Customer).Value, Role.Customer));
        Columns = columns;
    }

    /// <summary>Something of their own happens to everybody.</summary>
    private async Task LiveAsync(string token)
    {
        var cart = (await App.AddAsync("generateur-contenu-ia-pro", accessToken: token)).At("cart");
        await App.CheckoutAsync(cart, accessToken: token);
        await App.PlaceAsync(cart, token);
    }

    private static async Task<CustomerId> AddSomebodyAsync(IWeboxDb db, string name, Role role)
    {
        var now = TimeProvider.System.GetUtcNow();
        var somebody = new Customer { Id = new(Guid.CreateVersion7(now)), Email = $"{name}@example.com", Name = name, Role = role, RegisteredAt = now };
        db.Customers.Add(somebody);
        await db.SaveChangesAsync(default);
        return somebody.Id;
    }

    private async Task OwnAsync(string owner)
    {
        Ids["Product"] = await App.ProductIdAsync("mug-webox");
        await BuyAsync(owner);
        Ids["Review"] = (await App.QueryAsync(
            "mutation($id: ID!) { createReview(input: { productId: $id, rating: 4, text: \"Solide.\" }) { review { id } } }",
            new { id = Ids["Product"] }, owner)).At("createReview", "review", "id").GetString()!;
        var open = await PlaceAsync(owner);
        Ids["AwaitingOrder"] = open.At("id").GetString()!;
        Ids["AwaitingPayment"] = (await PayAsync(open, owner)).At("id").GetString()!;
        Ids["Upload"] = await UploadAsync(owner);
        await TalkAsync(owner);
        Ids["Prompt"] = (await App.QueryAsync(
            "mutation { createPrompt(input: { title: \"canary\", text: \"canary {{x}}\" }) { prompt { id } } }", accessToken: owner)).At("createPrompt", "prompt", "id").GetString()!;
        var image = (await App.QueryAsync(
            "mutation { generateImage(input: { prompt: \"canary\", idempotencyKey: \"image\" }) { generation { id } } }", accessToken: owner)).At("generateImage", "generation", "id").GetString()!;
        await App.FinishedAsync(owner, image);
        Ids["Generation"] = image;
        var cart = (await App.AddAsync("mug-webox", accessToken: owner)).At("cart");
        await CheckoutAsync(cart, owner);
        (Ids["Cart"], Ids["CartLine"]) = (cart.At("id").GetString()!, cart.At("lines")[0].At("id").GetString()!);
    }

    private async Task BuyAsync(string owner)
    {
        var order = await PlaceAsync(owner);
        var payment = await PayAsync(order, owner);
        await App.ConfirmAsync(payment, accessToken: owner);
        (Ids["Order"], Ids["Payment"]) = (order.At("id").GetString()!, payment.At("id").GetString()!);
        var read = await App.QueryAsync(
            "query($id: ID!) { node(id: $id) { ... on Order { lines { id } } } }", new { id = Ids["Order"] }, owner);
        Ids["OrderLine"] = read.At("node", "lines")[0].At("id").GetString()!;
        await RefundAsync();
    }

    private async Task<JsonElement> PayAsync(JsonElement order, string owner)
    {
        var id = order.At("id").GetString();
        var paid = await App.QueryAsync(
            "mutation($input: StartPaymentInput!) { startPayment(input: $input) { payment { id } } }",
            new { input = new { orderId = id, provider = "SANDBOX", returnUrl = "https://shop.example/thanks", idempotencyKey = id } },
            owner);
        return paid.At("startPayment", "payment");
    }

    private async Task RefundAsync()
    {
        await using var scope = App.Services.CreateAsyncScope();
        var finance = scope.ServiceProvider.GetRequiredService<IAccessTokens>().Issue(new(Guid.CreateVersion7(TimeProvider.System.GetUtcNow())), Role.Finance);
        var refund = await App.QueryAsync(
            "mutation($id: ID!) { refundPayment(input: { paymentId: $id, amountMinorUnits: 100, reason: \"canary\", idempotencyKey: \"refund\" }) { refund { id } } }",
            new { id = Ids["Payment"] },
            finance.Value);
        Ids["Refund"] = refund.At("refundPayment", "refund", "id").GetString()!;
    }

    private async Task<JsonElement> PlaceAsync(string owner)
    {
        var cart = (await App.AddAsync("mug-webox", accessToken: owner)).At("cart");
        await CheckoutAsync(cart, owner);
        return (await App.PlaceAsync(cart, owner)).At("order");
    }

    private Task<JsonElement> CheckoutAsync(JsonElement cart, string owner)
    {
        var address = new { name = Canary, line1 = Canary, city = Canary, postalCode = "75001", country = "FR" };
        return App.QueryAsync(
            "mutation($input: UpdateCheckoutInput!) { updateCheckout(input: $input) { errors { __typename } } }",
            new { input = new { cartId = cart.At("id").GetString(), email = Email, billingAddress = address, shippingAddress = address } },
            owner);
    }

    private async Task TalkAsync(string owner)
    {
        var sent = await App.SayAsync(owner, new { text = Canary, attachmentIds = new[] { Ids["Upload"] }, idempotencyKey = "talk" });
        await App.FinishedAsync(owner, sent.At("replies")[0].At("generation", "id").GetString()!);
        (Ids["Conversation"], Ids["Message"]) = (sent.At("conversation", "id").GetString()!, sent.At("message", "id").GetString()!);
    }

    private async Task<string> UploadAsync(string owner)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/uploads") { Content = new ByteArrayContent(Pixel) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", owner);
        using var response = await App.Http.SendAsync(request);
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).At("id").GetString()!;
    }
}
