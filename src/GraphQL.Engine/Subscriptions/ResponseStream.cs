using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Subscriptions;

/// <summary>Answers each event of a source stream. https://spec.graphql.org/September2025/#MapSourceToResponseEvent()</summary>
internal sealed class ResponseStream(
    ExecutionEnvironment environment,
    ExecutionRequest request,
    FieldPlan field,
    IAsyncEnumerable<object?> source,
    SubscriptionLifetime lifetime)
    : IResponseStream
{
    private static readonly TimeSpan ClosingTimeMax = TimeSpan.FromSeconds(1);

    private int _isTaken;

    public OperationType? Operation => OperationType.Subscription;

    /// <exception cref="InvalidOperationException">The stream was read or disposed before.</exception>
    public IAsyncEnumerable<IOperationResult> ReadResultsAsync(CancellationToken cancellationToken = default) => Take()
        ? ReadAsync(cancellationToken)
        : throw new InvalidOperationException("A response stream can be read once.");

    /// <summary>
    /// Closes the source, also while a reader waits for its next event. Waits for it to be closed, but not long: a source
    /// that takes no notice closes when it comes back.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        lifetime.Cancel();
        if (Take())
        {
            // A source that was read is closed by its enumerator; one that was not has none.
            await CloseAsync(source as IAsyncDisposable);
        }

        await lifetime.Completion.WaitAsync(ClosingTimeMax, environment.TimeProvider).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private bool Take() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    private async IAsyncEnumerable<IOperationResult> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(lifetime.Ended, cancellationToken);
        var events = new EventReader(source, end.Token);
        try
        {
            while (await ReadNextAsync(events, end.Token) is { } result)
            {
                yield return result;
            }
        }
        finally
        {
            await end.CancelAsync();
            var closing = CloseAsync(events);
            if (!events.IsBusy)
            {
                await closing;
            }
        }
    }

    /// <returns>Null when there are no more: the source has ended or failed, or nobody wants to hear of it any more.</returns>
    private async ValueTask<IOperationResult?> ReadNextAsync(EventReader events, CancellationToken cancellationToken)
    {
        try
        {
            return await events.MoveNextAsync() ? await AnswerAsync(events.Current, cancellationToken) : null;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception exception)
        {
            // The last response tells of the failure; the next read finds that the source has ended.
            var failure = environment.Errors.Fail(exception, field, [field.ResponseKey]);
            return OperationResult.FromErrors(failure.Errors, OperationType.Subscription);
        }
    }

    private async ValueTask<IOperationResult> AnswerAsync(object? message, CancellationToken cancellationToken)
    {
        var scope = request.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        var execution = request with { Services = scope.ServiceProvider, EventMessage = message };
        return await RequestExecution.RunAsync(environment, execution, scope, cancellationToken);
    }

    private async Task CloseAsync(IAsyncDisposable? open)
    {
        try
        {
            await (open?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
        finally
        {
            // Not before: the source may still use the services of the stream.
            await lifetime.EndAsync();
        }
    }
}
