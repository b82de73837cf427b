namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Runs the resolvers of one request one after another, and knows when none of them can go on.
///
/// Resolvers run on this synchronization context: what follows an <c>await</c> in a resolver is queued here, whichever
/// thread finished the work that was waited for. So waits overlap, while code of one request never runs in two places
/// at once. When the queue is empty, every resolver is waiting. Then, and only then, all batches that DataLoaders have
/// open are dispatched together; what they complete is queued again. This needs no timer, and the same request makes
/// the same batches every time as long as its resolvers wait for nothing but loaders.
///
/// A resolver that waits for something else does not hold the others up: the batches that are open go out without it,
/// and it joins the next ones. The other choice, to wait until everyone stands at a loader, would make one slow field
/// slow for all, and would never end where one resolver waits for another.
///
/// Loaders used by loaders need nothing more: a batch function that waits for another loader is just one more that
/// waits. Code that leaves the context (<c>ConfigureAwait(false)</c>, <c>Task.Run</c>) counts as waiting for something
/// else; it may call loaders from any thread.
/// </summary>
internal sealed class RequestLoop(ExecutionDeadline deadline) : SynchronizationContext
{
    private static readonly AsyncLocal<RequestLoop?> Ambient = new();

    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Run, object? State)> _work = [];
    private Queue<Func<ValueTask>>? _batches;
    private TaskCompletionSource? _wake;
    private bool _closed;

    /// <summary>The loop of the request that this code runs in the name of. Null outside requests.</summary>
    public static new RequestLoop? Current => Ambient.Value;

    /// <summary>Canceled when nobody waits for the response any more.</summary>
    public CancellationToken Aborted => deadline.Token;

    /// <summary>Counts what may have changed the data that loaders have cached: the root fields of a mutation.</summary>
    public int Generation { get; private set; }

    public void BeginGeneration() => Generation++;

    /// <summary>Until the scope ends, code that waits comes back to this loop.</summary>
    public Scope Enter() => new(this);

    public override SynchronizationContext CreateCopy() => this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        TaskCompletionSource? wake = null;
        lock (_gate)
        {
            if (!_closed)
            {
                _work.Enqueue((d, state));
                (wake, _wake) = (_wake, null);
            }
            else
            {
                ThreadPool.QueueUserWorkItem(d.Invoke, state, preferLocal: false);
            }
        }

        wake?.TrySetResult();
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("A request never blocks a thread to wait for another.");

    /// <summary>Sends a batch that belongs to no request, or to one that is over.</summary>
    public static void DispatchOnPool(Func<ValueTask> dispatch) =>
        ThreadPool.QueueUserWorkItem(static batch => _ = DispatchAsync(batch), dispatch, preferLocal: false);

    /// <summary>Has a batch sent when no resolver can go on.</summary>
    public void Schedule(Func<ValueTask> dispatch)
    {
        TaskCompletionSource? wake = null;
        lock (_gate)
        {
            if (!_closed)
            {
                (_batches ??= []).Enqueue(dispatch);
                (wake, _wake) = (_wake, null);
            }
            else
            {
                DispatchOnPool(dispatch);
            }
        }

        wake?.TrySetResult();
    }

    /// <summary>Runs what was queued first; dispatches all batches when nothing is. Call it inside <see cref="Enter"/>.</summary>
    /// <returns>False when there was nothing to do.</returns>
    public bool RunOnce()
    {
        if (!TryTakeWork(out var run, out var state))
        {
            return DispatchBatches();
        }

        run(state);
        return true;
    }

    /// <summary>Waits until there is work again, or <see cref="Aborted"/> is canceled.</summary>
    public async ValueTask WaitAsync()
    {
        var wake = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_work.Count > 0 || _batches is { Count: > 0 })
            {
                return;
            }

            _wake = wake;
        }

        var cancellation = Aborted.UnsafeRegister(static state => ((TaskCompletionSource)state!).TrySetResult(), wake);
        await using (cancellation.ConfigureAwait(false))
        {
            await wake.Task.ConfigureAwait(false);
        }
    }

    /// <summary>Nobody runs the loop any more. What is left of it, and what still comes, goes to the thread pool.</summary>
    public void Close()
    {
        lock (_gate)
        {
            _closed = true;
            while (_work.TryDequeue(out var work))
            {
                ThreadPool.QueueUserWorkItem(work.Run.Invoke, work.State, preferLocal: false);
            }

            while (_batches?.TryDequeue(out var dispatch) == true)
            {
                DispatchOnPool(dispatch);
            }
        }
    }

    private bool TryTakeWork(out SendOrPostCallback run, out object? state)
    {
        lock (_gate)
        {
            var found = _work.TryDequeue(out var work);
            (run, state) = work;
            return found;
        }
    }

    private bool DispatchBatches()
    {
        Func<ValueTask>[] batches;
        lock (_gate)
        {
            if (_batches is not { Count: > 0 })
            {
                return false;
            }

            batches = [.. _batches];
            _batches.Clear();
        }

        foreach (var dispatch in batches)
        {
            _ = DispatchAsync(dispatch);
        }

        return true;
    }

    private static async Task DispatchAsync(Func<ValueTask> dispatch) => await dispatch();

    /// <summary>Puts back the context that was there before.</summary>
    internal readonly struct Scope : IDisposable
    {
        private readonly SynchronizationContext? _before;

        public Scope(RequestLoop loop)
        {
            _before = SynchronizationContext.Current;
            SetSynchronizationContext(loop);
            Ambient.Value = loop;
        }

        public void Dispose() => SetSynchronizationContext(_before);
    }
}
