using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>
/// The first response of an operation and the parts that come after it. It goes on only while it is read: what a slow reader has not
/// taken is not executed, but for resolvers that were called before. https://github.com/graphql/graphql-spec/pull/1110
/// </summary>
/// <param name="scope">As in <see cref="RequestExecution"/>.</param>
internal sealed class IncrementalStream(OperationExecution execution, PendingDelivery delivery, OperationResult first, AsyncServiceScope? scope) : IResponseStream
{
    private int _isTaken;
    private bool _isFirstRead;

    public OperationType? Operation => execution.Request.Plan.Operation;

    /// <exception cref="InvalidOperationException">The stream was read or disposed before.</exception>
    public IAsyncEnumerable<IOperationResult> ReadResultsAsync(CancellationToken cancellationToken = default) => Take()
        ? ReadAsync(cancellationToken)
        : throw new InvalidOperationException("A response stream can be read once.");

    /// <summary>Cancels what is still running. Its services are disposed when it has noticed.</summary>
    public async ValueTask DisposeAsync()
    {
        Take();
        if (!_isFirstRead)
        {
            await first.DisposeAsync();
        }

        delivery.Abandon();
        if (!delivery.Running.Drained.IsCompleted)
        {
            execution.Deadline.Cancel();
        }

        await execution.DisposeAsync();
        if (scope is { } own)
        {
            await RequestExecution.DisposeAsync(own, Task.WhenAll(execution.Drained, delivery.Running.Drained));
        }
    }

    private bool Take() => Interlocked.Exchange(ref _isTaken, 1) == 0;

    private async IAsyncEnumerable<IOperationResult> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Wakes the loop, which sleeps for as long as the request is not canceled itself.
        await using var waking = cancellationToken.UnsafeRegister(static loop => ((RequestLoop)loop!).Post(static _ => { }, null), execution.Loop);
        _isFirstRead = true;
        yield return first;
        delivery.Start();
        while (!delivery.IsOver)
        {
            using var payload = new PayloadWriter();
            await FillAsync(payload, cancellationToken);
            yield return payload.ToResult(hasNext: !delivery.IsOver, execution.Request.Plan.Operation);
        }
    }

    /// <summary>Goes on until there is something to tell, and as far as it goes without waiting.</summary>
    private async ValueTask FillAsync(PayloadWriter payload, CancellationToken cancellationToken)
    {
        while (true)
        {
            using (execution.Loop.Enter())
            {
                do
                {
                    delivery.Running.StartReady();
                }
                while (!delivery.Running.IsIdle && !execution.Deadline.IsCanceled && !cancellationToken.IsCancellationRequested && execution.Loop.RunOnce());
            }

            cancellationToken.ThrowIfCancellationRequested();
            execution.Deadline.ThrowIfCanceled(isDone: true);
            if (execution.Deadline.IsOver && (delivery.Running.IsCut || !delivery.Running.IsIdle))
            {
                delivery.Fail(execution.Environment.Errors.Filter(ExecutionDeadline.Error), payload);
                return;
            }

            var hasCollected = delivery.Collect(payload);
            if (!payload.IsEmpty)
            {
                return;
            }

            if (!hasCollected)
            {
                await execution.Loop.WaitAsync().ConfigureAwait(false);
            }
        }
    }
}
