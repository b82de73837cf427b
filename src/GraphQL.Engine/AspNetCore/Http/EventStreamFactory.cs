using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>
/// Answers as server-sent events, "distinct connections mode": one response, one operation.
/// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md
/// </summary>
internal sealed class EventStreamFactory(GraphQLServerOptions options, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    /// <summary>
    /// Request errors are an event, too. Where the source fails or the server stops, the response ends without <c>complete</c>,
    /// so that the client comes again.
    /// </summary>
    public async Task WriteAsync(HttpContext context, IExecutionResult result)
    {
        using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
        await using var events = await EventStream.OpenAsync(context.Response, options.EventStreamKeepAlive, clock, stopping.Token);
        try
        {
            await WriteResultsAsync(events, result, stopping.Token);
            await events.CompleteAsync(stopping.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The client left or the server stops: the source is closed on the way out.
        }
    }

    private static async Task WriteResultsAsync(EventStream events, IExecutionResult result, CancellationToken cancellationToken)
    {
        if (result is IOperationResult single)
        {
            await events.NextAsync(single.Json, cancellationToken);
            return;
        }

        await foreach (var response in ((IResponseStream)result).ReadResultsAsync(cancellationToken))
        {
            await using (response)
            {
                await events.NextAsync(response.Json, cancellationToken);
            }
        }
    }
}
