using System.Net;
using System.Net.Sockets;
using System.Text;
using Webox.Application.Payments;
using Webox.Infrastructure.Payments.Stripe;

namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>What a real connection does that no script of answers can.</summary>
public sealed class StripeConnectionTests
{
    private const string Customer = """{"id":"cus_1","object":"customer"}""";

    [Fact]
    public async Task A_connection_that_ends_inside_an_answer_is_made_again_with_the_same_key()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var gateway = Gateway(server);

        var creating = gateway.CreateAsync("key-1", "ada@example.com", "Ada", default);
        var first = await AnswerAsync(server, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 200\r\n\r\n" + Customer);
        var second = await AnswerAsync(server, $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Customer.Length}\r\n\r\n{Customer}");

        Assert.Equal("cus_1", await creating);
        Assert.Contains("Idempotency-Key: key-1\r\n", first, StringComparison.Ordinal);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task The_key_follows_no_redirect()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        using var gateway = Gateway(server);

        var creating = gateway.CreateAsync("key-1", "ada@example.com", "Ada", default);
        await AnswerAsync(server, $"HTTP/1.1 307 Moved\r\nLocation: http://{server.LocalEndpoint}/\r\nContent-Length: 0\r\n\r\n");

        Assert.Equal("Stripe: it answered 307", (await Assert.ThrowsAsync<PaymentGatewayException>(() => creating)).Message);
    }

    private static StripeGateway Gateway(TcpListener server) => StripeGateway.Create(
        ScriptedStripe.Options with { Address = new Uri($"http://{server.LocalEndpoint}/") }, new LeapingClock());

    /// <returns>The head of the request that was answered.</returns>
    private static async Task<string> AnswerAsync(TcpListener server, string answer)
    {
        using var client = await server.AcceptTcpClientAsync();
        var (stream, buffer, read) = (client.GetStream(), new byte[8192], 0);
        while (!Encoding.ASCII.GetString(buffer, 0, read).Contains("name=Ada", StringComparison.Ordinal))
        {
            read += await stream.ReadAsync(buffer.AsMemory(read));
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        return Encoding.ASCII.GetString(buffer, 0, read).Split("\r\n\r\n")[0];
    }
}
