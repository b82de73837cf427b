namespace Webox.Infrastructure.Generations.Worker;

/// <summary>How long to wait before the next attempt.</summary>
internal static class RetryDelay
{
    private static readonly TimeSpan AskedMax = TimeSpan.FromMinutes(5);

    /// <summary>
    /// What the provider asks for, at most five minutes; otherwise a random part of 1, 2, 4 … 60 seconds, so that what failed together
    /// does not come back together. https://aws.amazon.com/builders-library/timeouts-retries-and-backoff-with-jitter/
    /// </summary>
    /// <param name="attempt">The one that failed, from 1.</param>
    /// <param name="random">0 to 1.</param>
    public static TimeSpan After(int attempt, TimeSpan? asked, double random) => asked is { } wait
        ? Asked(wait)
        : TimeSpan.FromSeconds(random * Math.Min(60, Math.Pow(2, attempt - 1)));

    /// <summary>What a provider asks for, at most five minutes.</summary>
    public static TimeSpan Asked(TimeSpan wait) => wait < AskedMax ? wait : AskedMax;
}
