using System.Reflection;
using System.Runtime.CompilerServices;
using Webox.GraphQL.Engine.Subscriptions;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Source streams of any item type as streams of objects.</summary>
internal static class SourceStreams
{
    /// <summary>Null: <paramref name="type"/> is no stream.</summary>
    public static Func<object, IAsyncEnumerable<object?>>? Boxing(Type type)
    {
        foreach (var (open, method) in new[] { (typeof(IAsyncEnumerable<>), nameof(BoxEnumerable)), (typeof(ISourceStream<>), nameof(BoxStream)) })
        {
            if (NetTypes.Closing(type, open) is { } closed)
            {
                return typeof(SourceStreams).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!
                    .MakeGenericMethod(closed.GetGenericArguments()[0])
                    .CreateDelegate<Func<object, IAsyncEnumerable<object?>>>();
            }
        }

        return null;
    }

    public static async ValueTask<IAsyncEnumerable<object?>> OpenAsync(ValueTask<object?> opening, Func<object, IAsyncEnumerable<object?>> box) =>
        box(await opening ?? throw new InvalidOperationException("The source stream is null."));

    /// <summary>Closes <paramref name="stream"/> when its reader stops.</summary>
    public static async IAsyncEnumerable<object?> Box<T>(ISourceStream<T> stream, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using (stream)
        {
            await foreach (var message in stream.ReadEventsAsync().WithCancellation(cancellationToken))
            {
                yield return message;
            }
        }
    }

    private static IAsyncEnumerable<object?> BoxStream<T>(object stream) => Box((ISourceStream<T>)stream);

    private static IAsyncEnumerable<object?> BoxEnumerable<T>(object stream) =>
        stream as IAsyncEnumerable<object?> ?? BoxItems((IAsyncEnumerable<T>)stream);

    private static async IAsyncEnumerable<object?> BoxItems<T>(
        IAsyncEnumerable<T> items, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var item in items.WithCancellation(cancellationToken))
        {
            yield return item;
        }
    }
}
