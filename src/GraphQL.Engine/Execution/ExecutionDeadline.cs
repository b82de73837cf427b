namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Ends an execution: when the client leaves, or when it takes too long. Its clock starts with the first resolver that
/// waits or asks for the token; an execution that waits for nothing needs no timer.
/// </summary>
internal sealed class ExecutionDeadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken request) : IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _end;
    private CancellationTokenRegistration _request;
    private bool _isDisposed;

    public static IError Error { get; } = new Error { Message = "The request took longer than allowed.", Code = ErrorCodes.TimedOut };

    /// <summary>Canceled when either happens.</summary>
    public CancellationToken Token
    {
        get
        {
            Start();
            return _end?.Token ?? request;
        }
    }

    public bool IsCanceled => request.IsCancellationRequested || _end?.IsCancellationRequested == true;

    /// <summary>It took too long, and the client is still there to be told.</summary>
    public bool IsOver => IsCanceled && !request.IsCancellationRequested;

    public void Start()
    {
        lock (_gate)
        {
            if (_end is null && !_isDisposed)
            {
                _end = new CancellationTokenSource(timeout, timeProvider);
                _request = request.UnsafeRegister(static end => ((CancellationTokenSource)end!).Cancel(), _end);
            }
        }
    }

    /// <summary>Nobody waits for the rest any more.</summary>
    public void Cancel() => _ = _end?.CancelAsync();

    /// <param name="isDone">Too late to be too late: only the client's leaving counts.</param>
    /// <exception cref="OperationCanceledException">One of both happened.</exception>
    public void ThrowIfCanceled(bool isDone)
    {
        request.ThrowIfCancellationRequested();
        if (!isDone && IsCanceled)
        {
            throw new OperationCanceledException(_end!.Token);
        }
    }

    /// <summary>
    /// Stops the clock. Waits for nobody: a callback of the token that runs at this moment may be code of a resolver, and
    /// must find neither a lock nor a disposed source in its way.
    /// </summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _request.Unregister();
            _end?.CancelAfter(Timeout.InfiniteTimeSpan);
        }

        if (request.IsCancellationRequested)
        {
            // The state of a token changes before its callbacks run, and ours may just have been taken away.
            _ = _end?.CancelAsync();
        }
    }
}
