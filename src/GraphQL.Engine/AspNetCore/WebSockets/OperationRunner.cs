using System.Text.Json;
using Microsoft.Extensions.Logging;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>Carries out the operations of one socket, each on its own.</summary>
internal sealed partial class OperationRunner(
    ISocketSession session,
    Outbox outbox,
    IRequestExecutor executor,
    ISocketSessionInterceptor interceptor,
    GraphQLSocketOptions options,
    bool hasBudget,
    ILogger logger)
    : IDisposable
{
    private readonly SocketOperations _operations = new();
    private readonly SemaphoreSlim _slots = new(options.OperationsMax);

    /// <summary>Starts an operation once one of the slots is free.</summary>
    /// <param name="subscribe">Disposed when the operation has ended.</param>
    /// <exception cref="SocketClosedException">The request is malformed, or its id is in use.</exception>
    public async Task StartAsync(ClientMessage subscribe, CancellationToken cancellationToken)
    {
        var parameters = ReadParameters(subscribe.Payload);
        var operation = _operations.TryAdd(subscribe.Id)
            ?? throw new SocketClosedException(CloseCodes.SubscriberAlreadyExists, $"Subscriber for {subscribe.Id} already exists");
        await _slots.WaitAsync(cancellationToken);
        _operations.Track(RunAsync(operation, parameters, subscribe));
    }

    public Task CancelAsync(string id) => _operations.CancelAsync(id);

    /// <summary>Stops all operations and waits until their sources are closed.</summary>
    public Task StopAsync() => _operations.StopAsync();

    public void Dispose() => _slots.Dispose();

    private static RequestParameters ReadParameters(JsonElement payload)
    {
        try
        {
            return RequestParameters.Read(payload);
        }
        catch (RequestRefusedException refused)
        {
            throw SocketClosedException.Invalid(refused.Message);
        }
    }

    private async Task RunAsync(SocketOperation operation, RequestParameters parameters, ClientMessage subscribe)
    {
        // The reader of the socket must not wait for the part of an execution that runs before its first await.
        await Task.Yield();
        try
        {
            var last = await ExecuteAsync(operation, parameters);
            await FinishAsync(operation, last);
        }
        catch (OperationCanceledException) when (operation.IsCanceled)
        {
            // The client completed it or left.
        }
        catch (Exception failure)
        {
            // Nobody stands above this task: unless it is caught here, the client waits for ever and no log says why.
            Log.OperationFailed(logger, failure, operation.Id);
            await FinishAsync(operation, ServerMessage.Error(operation.Id, ErrorJson.Errors(ErrorCodes.Internal, "Unexpected error.")));
        }
        finally
        {
            subscribe.Dispose();
            _slots.Release();
        }
    }

    /// <returns>The message that ends the operation.</returns>
    private async Task<ReadOnlyMemory<byte>> ExecuteAsync(SocketOperation operation, RequestParameters parameters)
    {
        var builder = OperationRequestBuilder.New()
            .SetDocument(parameters.Query)
            .SetDocumentId(parameters.DocumentId)
            .SetCostClient(hasBudget ? CostClients.Of(session.Connection.HttpContext) : null)
            .SetOperationName(parameters.OperationName)
            .SetVariables(parameters.Variables)
            .SetExtensions(parameters.Extensions)
            // "Streaming operations" of the protocol are subscriptions, and others with streaming directives.
            .SetAcceptsIncrementalDelivery();
        await interceptor.OnRequestAsync(session, operation.Id, builder, operation.Canceled);

        await using var result = await executor.ExecuteAsync(builder.Build(), operation.Canceled);
        switch (result)
        {
            case IResponseStream stream:
                return await StreamAsync(operation, stream);
            case IOperationResult { HasData: false } failed:
                return ServerMessage.ErrorsOf(operation.Id, failed.Json);
            default:
                await SendNextAsync(operation, (IOperationResult)result);
                return ServerMessage.Complete(operation.Id);
        }
    }

    private async Task<ReadOnlyMemory<byte>> StreamAsync(SocketOperation operation, IResponseStream stream)
    {
        if (!_operations.TryAddSubscription(options.SubscriptionsMax))
        {
            var message = $"One socket may have {options.SubscriptionsMax} subscriptions at most.";
            return ServerMessage.Error(operation.Id, ErrorJson.Errors(TransportErrorCodes.TooManySubscriptions, message));
        }

        try
        {
            await foreach (var response in stream.ReadResultsAsync(operation.Canceled))
            {
                await SendNextAsync(operation, response);
            }

            return ServerMessage.Complete(operation.Id);
        }
        finally
        {
            _operations.RemoveSubscription();
        }
    }

    /// <summary>Takes the response along: its buffer is not kept while the message waits for room.</summary>
    private async Task SendNextAsync(SocketOperation operation, IOperationResult response)
    {
        var message = new OutboundMessage(ServerMessage.Next(operation.Id, response.Json.Span), operation);
        await response.DisposeAsync();
        await outbox.AddAsync(message, operation.Canceled);
    }

    /// <summary>Frees the id before the client can learn that it is free.</summary>
    private async Task FinishAsync(SocketOperation operation, ReadOnlyMemory<byte> last)
    {
        if (_operations.TryFinish(operation))
        {
            await outbox.AddAsync(new OutboundMessage(last), CancellationToken.None);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Operation {OperationSessionId} of a socket failed")]
        public static partial void OperationFailed(ILogger logger, Exception failure, string operationSessionId);
    }
}
