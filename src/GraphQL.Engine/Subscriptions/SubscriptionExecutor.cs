using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Subscriptions;

/// <summary>Opens source streams. https://spec.graphql.org/September2025/#sec-Subscription</summary>
internal static class SubscriptionExecutor
{
    /// <param name="request">Its services are where the scopes of the stream and of each event come from.</param>
    /// <returns>A response stream, or a single result when the source could not be opened.</returns>
    public static async ValueTask<IExecutionResult> SubscribeAsync(
        ExecutionEnvironment environment, ExecutionRequest request, CancellationToken cancellationToken)
    {
        if (request.Plan.SelectRoot(request.Variables).Fields is not [var field, ..])
        {
            throw new GraphQLException(new Error { Message = "A subscription must select a field.", Code = ErrorCodes.ValidationFailed });
        }

        var lifetime = new SubscriptionLifetime(
            request.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope(),
            CancellationTokenSource.CreateLinkedTokenSource(cancellationToken));
        try
        {
            var source = await OpenAsync(environment, request, field, lifetime, cancellationToken);
            return new ResponseStream(environment, request, field, source, lifetime);
        }
        catch (Exception exception)
        {
            await lifetime.EndAsync();
            cancellationToken.ThrowIfCancellationRequested();
            return OperationResult.FromErrors(
                environment.Errors.Fail(exception, field, [field.ResponseKey]).Errors, OperationType.Subscription);
        }
    }

    private static async ValueTask<IAsyncEnumerable<object?>> OpenAsync(
        ExecutionEnvironment environment,
        ExecutionRequest request,
        FieldPlan field,
        SubscriptionLifetime lifetime,
        CancellationToken cancellationToken)
    {
        var open = field.Field.Subscriber ?? throw new InvalidOperationException($"{field.Coordinate} has no source stream.");
        var context = new SubscriberContext(environment.Schema, field, request, lifetime.Services, lifetime.Ended);
        _ = context.Arguments;
        using var deadline = new ExecutionDeadline(environment.Timeout, environment.TimeProvider, cancellationToken);
        var opening = open(context).AsTask();
        try
        {
            return await opening.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (deadline.IsCanceled)
        {
            _ = DisposeLateAsync(opening);
            throw deadline.IsOver ? new GraphQLException(ExecutionDeadline.Error) : new OperationCanceledException(cancellationToken);
        }
    }

    /// <summary>A source that came too late is closed as soon as it is there.</summary>
    private static async Task DisposeLateAsync(Task<IAsyncEnumerable<object?>> opening)
    {
        await ((Task)opening).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (opening.IsCompletedSuccessfully && await opening is IAsyncDisposable source)
        {
            await source.DisposeAsync();
        }
    }
}
