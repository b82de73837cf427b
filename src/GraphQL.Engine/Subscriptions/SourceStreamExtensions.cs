namespace Webox.GraphQL.Engine.Subscriptions;

public static class SourceStreamExtensions
{
    /// <summary>
    /// A topic as the source of a subscription field. The subscriber leaves the topic when the enumeration ends, or when the
    /// returned object, an <see cref="IAsyncDisposable"/>, is disposed without having been enumerated.
    /// </summary>
    public static IAsyncEnumerable<object?> AsSource<TMessage>(this ISourceStream<TMessage> stream) => new Source<TMessage>(stream);

    private sealed class Source<TMessage>(ISourceStream<TMessage> stream) : IAsyncEnumerable<object?>, IAsyncDisposable
    {
        public async IAsyncEnumerator<object?> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        {
            await using (stream)
            {
                await foreach (var message in stream.ReadEventsAsync().WithCancellation(cancellationToken))
                {
                    yield return message;
                }
            }
        }

        public ValueTask DisposeAsync() => stream.DisposeAsync();
    }
}
