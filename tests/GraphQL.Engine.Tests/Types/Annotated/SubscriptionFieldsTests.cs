using System.Runtime.CompilerServices;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Subscriptions;
using Microsoft.Extensions.DependencyInjection;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

public sealed class SubscriptionFieldsTests
{
    [Fact]
    public async Task Arguments_of_the_stream_are_arguments_of_the_field()
    {
        await using var server = Start();

        Assert.Equal(["from"], server.Schema.SubscriptionType!.Fields["countdown"].Arguments.Keys);
    }

    [Fact]
    public async Task Each_item_of_the_stream_is_answered()
    {
        await using var server = Start();

        Assert.Equal(
            ["""{"data":{"countdown":"3!"}}""", """{"data":{"countdown":"2!"}}""", """{"data":{"countdown":"1!"}}"""],
            await server.SubscribeAsync("subscription { countdown(from: 3) }").ToListAsync());
    }

    [Fact]
    public async Task A_stream_may_be_opened_with_patience()
    {
        await using var server = Start();

        Assert.Equal(
            ["""{"data":{"later":"soon"}}"""], await server.SubscribeAsync("subscription { later }").ToListAsync());
    }

    [Fact]
    public async Task A_stream_is_guarded()
    {
        await using var server = Start();

        Assert.Contains(
            "UNAUTHENTICATED", Assert.Single(await server.SubscribeAsync("subscription { mine }").ToListAsync()), StringComparison.Ordinal);
        Assert.Equal(
            ["""{"data":{"mine":1}}"""], await server.SubscribeAsync("subscription { mine }", Users.SignedIn()).ToListAsync());
    }

    [Fact]
    public async Task Without_a_stream_the_topic_is_the_stream()
    {
        await using var server = Start();
        var topics = server.Service<ITopicEventSender>();
        await using var responses = server.SubscribeAsync("subscription { orderChanged(number: 42) }").GetAsyncEnumerator();

        var first = responses.MoveNextAsync();
        await topics.SendAsync("order-7", "another");
        await topics.SendAsync("order-42", "paid");
        Assert.True(await first);
        Assert.Equal("""{"data":{"orderChanged":"42 paid"}}""", responses.Current);
        await topics.CompleteAsync("order-42");
        Assert.False(await responses.MoveNextAsync());
    }

    private static GraphQLServer Start() =>
        GraphQLServer.With(builder => builder.AddQueryType().AddInMemorySubscriptions(), typeof(Queries), typeof(Subscriptions));

    [QueryType]
    private static class Queries
    {
        public static int One() => 1;
    }

    [SubscriptionType]
    private static class Subscriptions
    {
        [Subscribe(With = nameof(CountAsync))]
        public static string Countdown([EventMessage] int message) => $"{message}!";

        [Subscribe(With = nameof(OpenAsync))]
        public static string Later([EventMessage] string message) => message;

        [Authorize]
        [Subscribe(With = nameof(OneAsync))]
        public static int Mine([EventMessage] int message) => message;

        [Subscribe]
        [Topic("order-{number}")]
        public static string OrderChanged(int number, [EventMessage] string message) => $"{number} {message}";

        internal static async IAsyncEnumerable<int> CountAsync(int from, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            for (var i = from; i > 0; i--)
            {
                await Task.Yield();
                cancellationToken.ThrowIfCancellationRequested();
                yield return i;
            }
        }

        internal static async ValueTask<IAsyncEnumerable<string>> OpenAsync()
        {
            await Task.Yield();
            return new[] { "soon" }.ToAsyncEnumerable();
        }

        private static IAsyncEnumerable<int> OneAsync() => new[] { 1 }.ToAsyncEnumerable();
    }
}
