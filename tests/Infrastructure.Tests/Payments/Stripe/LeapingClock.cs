namespace Webox.Infrastructure.Tests.Payments.Stripe;

/// <summary>A clock that leaps to the end of every wait of up to five seconds. Longer ones are limits, and end when the test says so.</summary>
internal sealed class LeapingClock : TimeProvider
{
    private static readonly TimeSpan LeapMax = TimeSpan.FromSeconds(5);

    private readonly Lock _lock = new();
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    /// <summary>What was waited for, in order.</summary>
    public List<TimeSpan> Leaps { get; } = [];

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state, _now + dueTime);
        lock (_lock)
        {
            _timers.Add(timer);
        }

        if (dueTime <= LeapMax)
        {
            Leaps.Add(dueTime);

            // Not here: whoever creates a timer must have it before it fires.
            ThreadPool.QueueUserWorkItem(_ => Advance(dueTime));
        }

        return timer;
    }

    public void Advance(TimeSpan by)
    {
        List<Timer> due;
        lock (_lock)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.At <= _now).OrderBy(timer => timer.At)];
            _timers.RemoveAll(due.Contains);
        }

        due.ForEach(timer => timer.Fire());
    }

    private sealed class Timer(LeapingClock clock, TimerCallback callback, object? state, DateTimeOffset at) : ITimer
    {
        public DateTimeOffset At => at;

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
