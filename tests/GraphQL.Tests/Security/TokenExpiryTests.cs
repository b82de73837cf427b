using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Application.Accounts;
using Webox.GraphQL.Tests.Security.Matrix;

namespace Webox.GraphQL.Tests.Security;

public sealed class TokenExpiryTests
{
    private const string Watch = "subscription($id: ID!) { orderChanged(orderId: $id) { status } }";

    [Fact]
    public async Task A_socket_is_closed_when_its_token_expires()
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();
        var (token, order) = await OrderAsync(app);
        using var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(new UriBuilder(app.Http.BaseAddress!) { Scheme = "ws", Path = "/graphql" }.Uri, default);
        await SendAsync(socket, new { type = "connection_init", payload = new { accessToken = token } });
        await SendAsync(socket, new { type = "subscribe", id = "1", payload = new { query = Watch, variables = new { id = order } } });

        var text = new StringBuilder();
        var buffer = new byte[8192];
        WebSocketReceiveResult result;
        while ((result = await socket.ReceiveAsync(buffer, default)).MessageType is not WebSocketMessageType.Close)
        {
            text.Append(Encoding.UTF8.GetString(buffer, 0, result.Count));
        }

        Assert.Contains("AWAITING_PAYMENT", text.ToString(), StringComparison.Ordinal);
        Assert.Equal((4403, "The access token has expired"), ((int)result.CloseStatus!, result.CloseStatusDescription));
    }

    [Fact]
    public async Task A_stream_of_events_is_cut_when_its_token_expires()
    {
        await using var app = await (await WeboxApp.StartAsync()).SeedAsync();
        var (token, order) = await OrderAsync(app);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Watch, variables = new { id = order } }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var response = await app.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var seen = new MemoryStream();

        await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(seen));

        Assert.Contains("AWAITING_PAYMENT", Encoding.UTF8.GetString(seen.ToArray()), StringComparison.Ordinal);
    }

    /// <summary>A token that has five seconds left, and an order of its owner's.</summary>
    private static async Task<(string Token, string Order)> OrderAsync(WeboxApp app)
    {
        var owner = await app.RegisterAsync();
        var cart = (await app.AddAsync("mug-webox", accessToken: owner)).At("cart");
        await app.CheckoutAsync(cart, accessToken: owner);
        var order = (await app.PlaceAsync(cart, owner)).At("order", "id").GetString()!;
        await using var scope = app.Services.CreateAsyncScope();
        var customer = await scope.ServiceProvider.GetRequiredService<IWeboxDb>().Customers.SingleAsync();
        return (new BadTokens(app.Services.GetRequiredService<IKeyRing>()).ExpiringIn(customer.Id, TimeSpan.FromSeconds(5)), order);
    }

    private static Task SendAsync(ClientWebSocket socket, object message) =>
        socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, default);
}
