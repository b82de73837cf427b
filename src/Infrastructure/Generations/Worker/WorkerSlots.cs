using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Worker;

/// <summary>How many more generations may begin in this process. None before its worker has started and after it was told to stop.</summary>
internal sealed class WorkerSlots(QueueOptions options)
{
    private readonly Lock _lock = new();
    private int _used;
    private bool _isOpen;

    public bool IsOpen
    {
        get
        {
            lock (_lock)
            {
                return _isOpen;
            }
        }
    }

    public void Open() => SetOpen(true);

    public void Close() => SetOpen(false);

    /// <summary>Takes one. False when none is free.</summary>
    public bool TryTake()
    {
        lock (_lock)
        {
            if (!_isOpen || _used >= options.Slots)
            {
                return false;
            }

            _used++;
            return true;
        }
    }

    public void Release()
    {
        lock (_lock)
        {
            _used--;
        }
    }

    private void SetOpen(bool isOpen)
    {
        lock (_lock)
        {
            _isOpen = isOpen;
        }
    }
}
