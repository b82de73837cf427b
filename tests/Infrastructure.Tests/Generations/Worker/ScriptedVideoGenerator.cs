using System.Collections.Concurrent;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>A provider of videos that does what a test says, and counts what it is asked for.</summary>
internal sealed class ScriptedVideoGenerator : IVideoGenerator
{
    private int _asked;
    private int _opened;

    public static readonly VideoJobState Finished = new VideoJobState.Finished("file");

    public static readonly ProviderFailureException Unavailable =
        new(GenerationFailureCode.ProviderUnavailable, "down", isRetryable: true, retryAfter: TimeSpan.Zero);

    public AiProvider Provider => AiProvider.Sandbox;

    /// <summary>How its jobs stand, at the first, second, … question.</summary>
    public Func<int, VideoJobState> State { get; set; } = _ => Finished;

    /// <summary>What comes at the first, second, … download.</summary>
    public Func<int, Stream?> File { get; set; } = _ => new MemoryStream(Films.Of(16));

    public ConcurrentQueue<string> Started { get; } = new();

    public ConcurrentQueue<string> Asked { get; } = new();

    public ConcurrentQueue<string> Canceled { get; } = new();

    public static VideoJobState Running(int percent) => new VideoJobState.Running(percent, TimeSpan.FromMilliseconds(10));

    public Task<string> StartAsync(VideoRequest request, CancellationToken cancellationToken)
    {
        var id = $"job-{Started.Count + 1}";
        Started.Enqueue(id);
        return Task.FromResult(id);
    }

    public Task<VideoJobState> AskAsync(VideoJob job, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Asked.Enqueue(job.Id);
        return Task.FromResult(State(Interlocked.Increment(ref _asked)));
    }

    public Task<Stream?> OpenAsync(VideoJob job, string file, CancellationToken cancellationToken) =>
        Task.FromResult(File(Interlocked.Increment(ref _opened)));

    public Task CancelAsync(VideoJob job, CancellationToken cancellationToken)
    {
        Canceled.Enqueue(job.Id);
        return Task.CompletedTask;
    }
}
