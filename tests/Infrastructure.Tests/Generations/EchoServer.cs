using System.Net;
using System.Net.Sockets;

namespace Webox.Infrastructure.Tests.Generations;

/// <summary>A server that answers one request with an empty JSON object and remembers its head.</summary>
internal sealed class EchoServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private Task _served = Task.CompletedTask;

    private EchoServer() => _listener.Start();

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    public string Path { get; private set; } = "";

    public List<string> Headers { get; } = [];

    public static EchoServer Start()
    {
        var server = new EchoServer();
        server._served = server.ServeAsync();
        return server;
    }

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _served;
    }

    private async Task ServeAsync()
    {
        using var client = await _listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        Path = (await reader.ReadLineAsync())!.Split(' ')[1];
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
        {
            Headers.Add(header);
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"u8.ToArray());
    }
}
