namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Ends an execution: when the client leaves, or when it takes too long. Its clock starts with the first resolver that
/// waits or asks for the token; an execution that waits for nothing needs no timer.
/// </summary>
internal sealed class ExecutionDeadline(TimeSpan timeout, TimeProvider timeProvider, CancellationToken request) : IDisposable
{
    private readonly Lock _gate = new();
    private CancellationTokenSource? _timer;
    private CancellationTokenSource? _linked;
    private CancellationToken? _token;

    /// <summary>Canceled when either happens.</summary>
    public CancellationToken Token
    {
        get
        {
            lock (_gate)
            {
                return _token ??= CreateToken();
            }
        }
    }

    public bool IsCanceled => request.IsCancellationRequested || IsTimedOut;

    /// <summary>It took too long, and the client is still there to be told.</summary>
    public bool IsOver => IsTimedOut && !request.IsCancellationRequested;

    public static IError Error { get; } = new Error { Message = "The request took longer than allowed.", Code = ErrorCodes.TimedOut };

    private bool IsTimedOut => _timer?.IsCancellationRequested == true;

    public void Start() => _ = Token;

    /// <param name="isDone">Too late to be too late: only the client's leaving counts.</param>
    /// <exception cref="OperationCanceledException">One of both happened.</exception>
    public void ThrowIfCanceled(bool isDone)
    {
        request.ThrowIfCancellationRequested();
        if (!isDone && IsTimedOut)
        {
            throw new OperationCanceledException(_timer!.Token);
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _token ??= request;
            _linked?.Dispose();
            _timer?.Dispose();
        }
    }

    private CancellationToken CreateToken()
    {
        _timer = new CancellationTokenSource(timeout, timeProvider);
        _linked = CancellationTokenSource.CreateLinkedTokenSource(request, _timer.Token);
        return _linked.Token;
    }
}
