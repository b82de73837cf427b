namespace Webox.Infrastructure.Tests.Payments.PayPal;

/// <summary>A clock on which pauses of up to a second are over at once, and longer times when the test says that they passed.</summary>
internal sealed class ElapsingClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _lock = new();
    private readonly List<Alarm> _alarms = [];

    private DateTimeOffset _now = start;

    public ElapsingClock()
        : this(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
        {
            return _now;
        }
    }

    public void Elapse(TimeSpan time)
    {
        List<Alarm> due;
        lock (_lock)
        {
            _now += time;
            due = [.. _alarms.Where(alarm => alarm.At <= _now)];
            _alarms.RemoveAll(due.Contains);
        }

        due.ForEach(alarm => alarm.Ring());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, GetUtcNow() + (dueTime > TimeSpan.Zero ? dueTime : TimeSpan.FromDays(365)), () => callback(state));
        if (dueTime <= TimeSpan.FromSeconds(1) && dueTime >= TimeSpan.Zero)
        {
            ThreadPool.QueueUserWorkItem(_ => alarm.Ring());
            return alarm;
        }

        lock (_lock)
        {
            _alarms.Add(alarm);
        }

        return alarm;
    }

    private sealed class Alarm(ElapsingClock clock, DateTimeOffset at, Action ring) : ITimer
    {
        public DateTimeOffset At => at;

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
            lock (clock._lock)
            {
                clock._alarms.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
