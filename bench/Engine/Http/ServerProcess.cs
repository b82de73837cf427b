using System.Diagnostics;
using System.Globalization;

namespace Webox.Bench.Engine.Http;

/// <summary>A server in a process of its own.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Client = new HttpClient { BaseAddress = address };
    }

    public HttpClient Client { get; }

    public static async Task<ServerProcess> StartAsync(string kind)
    {
        var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
        {
            ArgumentList = { "serve", kind },
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        })!;
        return new ServerProcess(process, new Uri(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.")));
    }

    public async Task<Usage> UsageAsync()
    {
        var parts = (await Client.GetStringAsync(new Uri("/used", UriKind.Relative))).Split(' ');
        return new Usage(double.Parse(parts[0], CultureInfo.InvariantCulture), long.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill();
        _process.Dispose();
    }
}

/// <param name="Processor">Milliseconds.</param>
/// <param name="Allocated">Bytes.</param>
internal readonly record struct Usage(double Processor, long Allocated);
