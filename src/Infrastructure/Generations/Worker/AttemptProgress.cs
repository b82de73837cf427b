namespace Webox.Infrastructure.Generations.Worker;

/// <summary>
/// The percents of what is made as a whole: it waits at 0, is with the provider, has come, is safe on the disk. The last step to 100 is
/// the end itself.
/// </summary>
internal static class AttemptProgress
{
    public const int Sent = 5;
    public const int Received = 90;
    public const int Stored = 99;
}

/// <summary>Puts what a provider says of its own progress between sent and received.</summary>
internal sealed class ProviderProgress(IProgress<int> attempt) : IProgress<int>
{
    public void Report(int value) => attempt.Report(
        AttemptProgress.Sent + Math.Clamp(value, 0, 100) * (AttemptProgress.Received - AttemptProgress.Sent) / 100);
}
