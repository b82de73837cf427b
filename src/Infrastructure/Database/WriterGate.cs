namespace Webox.Infrastructure.Database;

/// <summary>
/// SQLite has one writer. Waiting for one's turn here costs nothing and is fair; waiting inside SQLite polls, and fails after a while.
/// PostgreSQL needs no such gate.
/// </summary>
internal sealed class WriterGate : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);

    /// <summary>Waits for the turn to write. Disposing the result passes it on.</summary>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public void Dispose() => _turn.Dispose();

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
