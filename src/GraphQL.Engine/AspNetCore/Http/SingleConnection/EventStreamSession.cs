using Microsoft.Extensions.Logging;
using Webox.GraphQL.Engine.AspNetCore.WebSockets;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore.Http.SingleConnection;

/// <summary>One reserved event stream and the operations whose results it carries.</summary>
/// <param name="token">Who knows it may use the stream.</param>
internal sealed partial class EventStreamSession(string token, GraphQLSocketOptions options, ILogger logger)
{
    private readonly SocketOperations _operations = new();
    private readonly TaskCompletionSource<EventStream> _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isTaken;
    private volatile bool _isEnded;

    public string Token { get; } = token;

    /// <summary>A reservation is for one connection, once.</summary>
    /// <returns>False when it has been taken.</returns>
    public bool TryTake() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    public void Open(EventStream events) => _opened.SetResult(events);

    /// <summary>Begins an operation; its results go to the stream.</summary>
    /// <returns>The errors of a request that is not executed: they are for whoever asked. Null: it was begun.</returns>
    /// <exception cref="RequestRefusedException">The id is in use, or there are too many operations.</exception>
    public async Task<IOperationResult?> StartAsync(string id, Func<CancellationToken, ValueTask<IExecutionResult>> execute)
    {
        if (_operations.Count >= options.OperationsMax)
        {
            throw new RequestRefusedException(
                429, TransportErrorCodes.TooManySubscriptions, $"One event stream may carry {options.OperationsMax} operations at most.");
        }

        var operation = _operations.TryAdd(id)
            ?? throw new RequestRefusedException(409, TransportErrorCodes.OperationAlreadyExists, $"There is an operation {id} already.");
        var isBegun = false;
        try
        {
            if (_isEnded)
            {
                throw new RequestRefusedException(404, TransportErrorCodes.StreamNotFound, "The event stream of that token has ended.");
            }

            var result = await execute(operation.Canceled);
            if (result is IOperationResult { HasData: false } refused)
            {
                return refused;
            }

            _operations.Track(SendAsync(operation, result));
            isBegun = true;
            return null;
        }
        catch (OperationCanceledException) when (operation.IsCanceled)
        {
            // It was stopped before it had begun: the client wants no answer any more.
            return null;
        }
        finally
        {
            if (!isBegun)
            {
                _operations.TryFinish(operation);
            }
        }
    }

    /// <summary>Stops an operation. One that is unknown may just have ended.</summary>
    public Task StopAsync(string id) => _operations.CancelAsync(id);

    /// <summary>Stops all operations and waits until their sources are closed. None is begun from now on.</summary>
    public Task EndAsync()
    {
        _isEnded = true;
        return _operations.StopAsync();
    }

    private async Task SendAsync(SocketOperation operation, IExecutionResult result)
    {
        try
        {
            await using (result)
            {
                var events = await _opened.Task.WaitAsync(operation.Canceled);
                await SendAsync(events, operation, result);
                if (_operations.TryFinish(operation))
                {
                    await events.CompleteAsync(operation.Id, operation.Canceled);
                }
            }
        }
        catch (OperationCanceledException) when (operation.IsCanceled)
        {
            // The client stopped it or left.
        }
        catch (Exception failure)
        {
            // Nobody stands above this task.
            Log.OperationFailed(logger, failure, operation.Id);
            _operations.TryFinish(operation);
        }
    }

    private static async Task SendAsync(EventStream events, SocketOperation operation, IExecutionResult result)
    {
        if (result is IOperationResult single)
        {
            await events.NextAsync(operation.Id, single.Json, operation.Canceled);
            return;
        }

        await foreach (var response in ((IResponseStream)result).ReadResultsAsync(operation.Canceled))
        {
            await using (response)
            {
                await events.NextAsync(operation.Id, response.Json, operation.Canceled);
            }
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Operation {OperationId} of an event stream failed")]
        public static partial void OperationFailed(ILogger logger, Exception failure, string operationId);
    }
}
