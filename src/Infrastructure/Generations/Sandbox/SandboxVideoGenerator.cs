using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Sandbox;

/// <summary>
/// Films discs that move over a pattern from the hash of the prompt, and writes SANDBOX across every picture. The same request gives
/// the same file. It works like a real provider: a job that takes ten questions, however long nobody asks. A job that it does not know, of
/// before a restart, begins again.
/// </summary>
internal sealed class SandboxVideoGenerator(SandboxOptions options, TimeProvider clock) : IVideoGenerator
{
    private const int FramesPerSecond = 4;

    private readonly ConcurrentDictionary<string, int> _asked = new();

    public AiProvider Provider => AiProvider.Sandbox;

    public async Task<string> StartAsync(VideoRequest request, CancellationToken cancellationToken)
    {
        Directives.ThrowIfAsked(request.Prompt);
        await Task.Delay(Directives.Pace(request.Prompt, options.Pace), clock, cancellationToken);
        return $"sandbox-{Guid.CreateVersion7(clock.GetUtcNow()):N}";
    }

    public Task<VideoJobState> AskAsync(VideoJob job, CancellationToken cancellationToken)
    {
        var step = _asked.AddOrUpdate(job.Id, 1, (_, asked) => asked + 1);
        if (step < SandboxWork.Steps)
        {
            return Task.FromResult<VideoJobState>(new VideoJobState.Running(
                100 * step / SandboxWork.Steps, Directives.Pace(job.Request.Prompt, options.Pace)));
        }

        _asked.TryRemove(job.Id, out _);
        return Task.FromResult<VideoJobState>(new VideoJobState.Finished(job.Id));
    }

    public Task<Stream?> OpenAsync(VideoJob job, string file, CancellationToken cancellationToken) =>
        Directives.IsCut(job.Request.Prompt)
            ? throw Directives.Cut()
            : Task.FromResult<Stream?>(new MemoryStream(Film(job.Request), writable: false));

    public Task CancelAsync(VideoJob job, CancellationToken cancellationToken)
    {
        _asked.TryRemove(job.Id, out _);
        return Task.CompletedTask;
    }

    private static byte[] Film(VideoRequest request)
    {
        var sides = request.Size.Split('x');
        var (width, height) = (int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture));
        var seed = SHA256.HashData(Encoding.UTF8.GetBytes(request.Prompt));
        var encoder = new H264Encoder(width, height);
        var pictures = Enumerable.Range(0, request.Seconds * FramesPerSecond)
            .Select(number => encoder.Encode(Draw(seed, number, width, height), number))
            .ToList();
        return new Mp4Writer(width, height, FramesPerSecond, encoder).Write(pictures);
    }

    private static Canvas Draw(byte[] seed, int number, int width, int height)
    {
        var canvas = new Canvas(width, height);
        canvas.Gradient(Color.Of(seed, 0), Color.Of(seed, 3));
        for (var i = 0; i < 6; i++)
        {
            // Each at its own speed, and in again on the other side.
            var x = (width * seed[6 + i] / 255 + number * (1 + seed[12 + i] % 5) * width / 64) % width;
            canvas.Disc(x, height * seed[18 + i] / 255, (width + height) * (20 + seed[24 + i] % 60) / 1000, Color.Of(seed, 24 - i));
        }

        canvas.Write("SANDBOX");
        return canvas;
    }
}
