using System.Net;
using System.Net.Sockets;
using Webox.Infrastructure.Generations;

namespace Webox.Infrastructure.Tests.Generations;

public sealed class PublicHttpTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1", "10.0.0.1")]
    public async Task A_name_that_stands_for_the_own_network_is_not_connected_to(params string[] addresses)
    {
        using var inside = new TcpListener(IPAddress.Loopback, 0);
        inside.Start();
        var asked = new List<string>();
        using var http = PublicHttp.Create((host, _) =>
        {
            asked.Add(host);
            return Task.FromResult(Array.ConvertAll(addresses, IPAddress.Parse));
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => http.GetAsync(new Uri($"http://images.example.com:{((IPEndPoint)inside.LocalEndpoint).Port}/")));

        Assert.Equal(["images.example.com"], asked);
        Assert.False(inside.Pending());
    }
}
