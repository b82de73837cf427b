using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// A provider of videos, which take minutes: it is given a job, asked how far it is, and has the file in the end. One implementation a
/// provider; registered only when it is configured.
/// </summary>
public interface IVideoGenerator
{
    AiProvider Provider { get; }

    /// <summary>Starts a job. From here on it costs money: keep its id.</summary>
    /// <returns>What the provider calls it, at most <see cref="Generation.ProviderJobIdLengthMax"/> characters.</returns>
    /// <exception cref="ProviderFailureException">The provider refused or failed; there is no job.</exception>
    Task<string> StartAsync(VideoRequest request, CancellationToken cancellationToken);

    /// <summary>Asks how a job stands.</summary>
    /// <exception cref="ProviderFailureException">The provider did not say. The job may go on all the same.</exception>
    Task<VideoJobState> AskAsync(VideoJob job, CancellationToken cancellationToken);

    /// <summary>Opens the file of a finished job. The caller reads it to its end, whatever is in it, and disposes it.</summary>
    /// <param name="file">From <see cref="VideoJobState.Finished"/>.</param>
    /// <returns>Null when the provider keeps it no more. Reading it fails by <see cref="ProviderFailureException"/> alone.</returns>
    /// <exception cref="ProviderFailureException">It cannot be had, or is kept where nothing is fetched from.</exception>
    Task<Stream?> OpenAsync(VideoJob job, string file, CancellationToken cancellationToken);

    /// <summary>Tells the provider that nobody waits any more. Does nothing where a provider cannot be told.</summary>
    /// <exception cref="ProviderFailureException">The provider did not hear it.</exception>
    Task CancelAsync(VideoJob job, CancellationToken cancellationToken) => Task.CompletedTask;
}

/// <param name="Model">The provider's own name of the model.</param>
/// <param name="Size">Width and height in pixels: <c>1280x720</c>.</param>
/// <param name="Seconds">How long it is to play.</param>
public sealed record VideoRequest(string Model, string Prompt, string Size, int Seconds);

/// <param name="Id">What the provider calls it.</param>
/// <param name="Request">What it was asked for.</param>
public sealed record VideoJob(string Id, VideoRequest Request);

/// <summary>How a job stands.</summary>
public abstract record VideoJobState
{
    private VideoJobState()
    {
    }

    /// <param name="Percent">0 to 100. Null when the provider does not say.</param>
    /// <param name="AskAfter">How long the provider wants not to be asked. Null when it does not say.</param>
    public sealed record Running(int? Percent, TimeSpan? AskAfter = null) : VideoJobState;

    /// <param name="File">Where the provider keeps the file, in its own words.</param>
    public sealed record Finished(string File) : VideoJobState;

    /// <summary>It is over without a file: it failed, or the provider does not know it any more. To go on, another has to be started.</summary>
    public sealed record Lost(ProviderFailureException Failure) : VideoJobState;
}
