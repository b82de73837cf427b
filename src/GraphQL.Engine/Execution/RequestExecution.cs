using Microsoft.Extensions.DependencyInjection;
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

    private static async ValueTask DisposeAsync(AsyncServiceScope scope, Task drained)
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
