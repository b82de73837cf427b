using System.Net;
using System.Net.Sockets;

namespace Webox.Infrastructure.Generations;

/// <summary>
/// HTTP to addresses that came from outside. It reaches public hosts only: a name is looked up once, here, and what it stands for is
/// checked before the connection is made, so that no name can lead into the own network.
/// </summary>
internal static class PublicHttp
{
    public static HttpClient Create() => Create(Dns.GetHostAddressesAsync);

    public static HttpClient Create(Func<string, CancellationToken, Task<IPAddress[]>> lookUp) =>
        ProviderHttp.Create((context, cancellationToken) => ConnectAsync(lookUp, context.DnsEndPoint, cancellationToken));

    private static async ValueTask<Stream> ConnectAsync(
        Func<string, CancellationToken, Task<IPAddress[]>> lookUp, DnsEndPoint host, CancellationToken cancellationToken)
    {
        var addresses = Array.FindAll(await lookUp(host.Host, cancellationToken), PublicAddress.Is);
        if (addresses.Length == 0)
        {
            throw new IOException("The host has no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
