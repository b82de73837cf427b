namespace Webox.GraphQL.Engine.Tests.Execution;

/// <summary>A scoped service that tells when its scope is gone.</summary>
public sealed class TrackedService : IAsyncDisposable
{
    private readonly TaskCompletionSource _disposed = new();

    public Task Disposed => _disposed.Task;

    public ValueTask DisposeAsync()
    {
        _disposed.TrySetResult();
        return ValueTask.CompletedTask;
    }
}
