namespace Webox.Infrastructure.Generations.Worker;

/// <summary>How long to wait before a provider is asked again how a job stands.</summary>
internal static class PollDelay
{
    private static readonly TimeSpan AskedMax = TimeSpan.FromSeconds(60);

    /// <summary>What the provider asks for, at most a minute; otherwise 2, 3, 4.5 … 10 seconds.</summary>
    /// <param name="asked">How often it was asked in this attempt.</param>
    /// <param name="wish">Of the provider. Null: it has none.</param>
    public static TimeSpan After(int asked, TimeSpan? wish) => wish is { } wait
        ? wait < AskedMax ? wait : AskedMax
        : TimeSpan.FromSeconds(Math.Min(10, 2 * Math.Pow(1.5, asked - 1)));
}
