namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>The operations at work on one socket or event stream, by the id that the client gave them.</summary>
internal sealed class SocketOperations
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, SocketOperation> _byId = new(StringComparer.Ordinal);
    private readonly HashSet<Task> _running = [];
    private int _subscriptions;

    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _byId.Count;
            }
        }
    }

    /// <summary>Null when the id is taken.</summary>
    public SocketOperation? TryAdd(string id)
    {
        lock (_lock)
        {
            var operation = new SocketOperation(id);
            return _byId.TryAdd(id, operation) ? operation : null;
        }
    }

    /// <summary>Frees the id. False when the client has completed the operation before; then it must not hear of it again.</summary>
    public bool TryFinish(SocketOperation operation)
    {
        lock (_lock)
        {
            return _byId.TryGetValue(operation.Id, out var current) && current == operation && _byId.Remove(operation.Id);
        }
    }

    /// <summary>Frees the id and stops the operation. An unknown id is ignored: its operation may just have ended.</summary>
    public Task CancelAsync(string id)
    {
        SocketOperation? operation;
        lock (_lock)
        {
            _byId.Remove(id, out operation);
        }

        return operation?.CancelAsync() ?? Task.CompletedTask;
    }

    public void Track(Task running)
    {
        lock (_lock)
        {
            _running.RemoveWhere(task => task.IsCompleted);
            _running.Add(running);
        }
    }

    public bool TryAddSubscription(int subscriptionsMax)
    {
        lock (_lock)
        {
            if (_subscriptions >= subscriptionsMax)
            {
                return false;
            }

            _subscriptions++;
            return true;
        }
    }

    public void RemoveSubscription()
    {
        lock (_lock)
        {
            _subscriptions--;
        }
    }

    /// <summary>Stops all and waits until their sources are closed.</summary>
    public async Task StopAsync()
    {
        SocketOperation[] operations;
        Task[] running;
        lock (_lock)
        {
            operations = [.. _byId.Values];
            running = [.. _running];
            _byId.Clear();
        }

        foreach (var operation in operations)
        {
            await operation.CancelAsync();
        }

        await Task.WhenAll(running);
    }
}
