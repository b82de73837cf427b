using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution.Incremental;
using Webox.GraphQL.Engine.Execution.Results;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>Runs one execution and sees to the scope that its services live in.</summary>
internal static class RequestExecution
{
    /// <param name="scope">
    /// Where the services of the request come from, if they were made for it. Disposed when the last resolver is done,
    /// even one that outlives the response.
    /// </param>
    public static async ValueTask<OperationResult> RunAsync(
        ExecutionEnvironment environment, ExecutionRequest request, AsyncServiceScope? scope, CancellationToken cancellationToken)
    {
        var execution = new OperationExecution(environment, request, cancellationToken);
        try
        {
            await using (execution)
            {
                return await execution.RunAsync();
            }
        }
        finally
        {
            if (scope is { } own)
            {
                await DisposeAsync(own, execution.Drained);
            }
        }
    }

    /// <summary>The same where parts of the response may come later; then all is kept until the stream of them is disposed.</summary>
    /// <inheritdoc cref="RunAsync"/>
    public static async ValueTask<IExecutionResult> RunIncrementallyAsync(
        ExecutionEnvironment environment,
        ExecutionRequest request,
        IncrementalDeliveryOptions options,
        AsyncServiceScope? scope,
        CancellationToken cancellationToken)
    {
        var execution = new OperationExecution(environment, request, cancellationToken);
        var delivery = new PendingDelivery(options);
        IncrementalStream? stream = null;
        try
        {
            var first = await execution.RunAsync(delivery);
            if (delivery.IsOver)
            {
                return first;
            }

            // The time of the request runs whether or not a resolver has to wait: the reader may.
            execution.Deadline.Start();
            return stream = new IncrementalStream(execution, delivery, first, scope);
        }
        finally
        {
            if (stream is null)
            {
                await execution.DisposeAsync();
                if (scope is { } own)
                {
                    await DisposeAsync(own, execution.Drained);
                }
            }
        }
    }

    /// <summary>Now, or when what uses it is done.</summary>
    public static async ValueTask DisposeAsync(AsyncServiceScope scope, Task drained)
    {
        if (drained.IsCompleted)
        {
            await scope.DisposeAsync();
        }
        else
        {
            _ = drained.ContinueWith(_ => scope.DisposeAsync().AsTask(), TaskScheduler.Default).Unwrap();
        }
    }
}
