using System.Threading.Channels;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>Writes the latest percentage while the work goes on: one write at a time, those in between are skipped.</summary>
internal sealed class ProgressWriter : IProgress<int>, IAsyncDisposable
{
    private readonly Channel<int> _latest = Channel.CreateBounded<int>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly Task<bool> _writing;

    /// <param name="write">Returns false when there is nobody to write for any more.</param>
    public ProgressWriter(Func<int, Task<bool>> write) => _writing = WriteAsync(write);

    public void Report(int value) => _latest.Writer.TryWrite(value);

    /// <summary>Waits until all is written. False when a write was refused.</summary>
    public Task<bool> FlushAsync()
    {
        _latest.Writer.TryComplete();
        return _writing;
    }

    public async ValueTask DisposeAsync() => await ((Task)FlushAsync()).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private async Task<bool> WriteAsync(Func<int, Task<bool>> write)
    {
        await foreach (var percent in _latest.Reader.ReadAllAsync())
        {
            if (!await write(percent))
            {
                return false;
            }
        }

        return true;
    }
}
