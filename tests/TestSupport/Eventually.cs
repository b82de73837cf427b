namespace Webox.TestSupport;

/// <summary>Waits for what other tasks bring about. How long it takes proves nothing: the limit only ends a test that would hang.</summary>
public static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <returns>The first value that <paramref name="holds"/>.</returns>
    public static async Task<T> ReadAsync<T>(Func<Task<T>> read, Func<T, bool> holds)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (holds(value))
            {
                return value;
            }

            if (TimeProvider.System.GetElapsedTime(started) > Limit)
            {
                throw new TimeoutException($"Still {value} after {Limit}.");
            }

            await Task.Delay(20);
        }
    }
}
