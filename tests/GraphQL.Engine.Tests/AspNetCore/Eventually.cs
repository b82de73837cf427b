namespace Webox.GraphQL.Engine.Tests.AspNetCore;

/// <summary>Waits for what another thread does. How long it takes proves nothing; that it happens does.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static async Task IsTrueAsync(Func<bool> condition)
    {
        for (var i = 0; i < 1500 && !condition(); i++)
        {
            await Task.Delay(Pause);
        }

        Assert.True(condition());
    }

    public static async Task IsTrueAsync(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 1500 && !await condition(); i++)
        {
            await Task.Delay(Pause);
        }

        Assert.True(await condition());
    }

    /// <summary>The value once it has not changed for half a second.</summary>
    public static async Task<int> StandsStillAsync(Func<int> read)
    {
        var value = read();
        for (var (unchanged, i) = (0, 0); i < 1500 && (unchanged < 25 || value == 0); i++)
        {
            await Task.Delay(Pause);
            var next = read();
            unchanged = next == value ? unchanged + 1 : 0;
            value = next;
        }

        return value;
    }
}
