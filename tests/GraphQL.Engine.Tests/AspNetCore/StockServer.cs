using System.Net.WebSockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Webox.GraphQL.Engine.AspNetCore;
using Webox.GraphQL.Engine.Hosting;
using Webox.GraphQL.Engine.Subscriptions;

namespace Webox.GraphQL.Engine.Tests.AspNetCore;

/// <summary>The whole server on a free port of this machine: Kestrel, the transports and the real executor.</summary>
internal sealed class StockServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private StockServer(WebApplication app)
    {
        _app = app;
        Address = new Uri($"{app.Urls.Single()}/graphql");
        Http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public HttpClient Http { get; }

    public StockLevels Levels => _app.Services.GetRequiredService<StockLevels>();

    public FloodGauge Flood => _app.Services.GetRequiredService<FloodGauge>();

    /// <summary>Live subscriptions to all topics.</summary>
    public int Subscribers => _app.Services.GetRequiredService<InMemoryTopics>().SubscriberCount;

    public static Task<StockServer> StartAsync(Action<GraphQLServerOptions>? options = null) =>
        StartAsync(builder => builder.ModifyServerOptions(options ?? (_ => { })));

    public static async Task<StockServer> StartAsync(Action<IRequestExecutorBuilder> configure)
    {
        var app = Build(configure);
        await app.StartAsync();
        return new StockServer(app);
    }

    private static WebApplication Build(Action<IRequestExecutorBuilder> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<StockLevels>().AddSingleton<FloodGauge>();
        configure(builder.Services
            .AddGraphQLServer()
            .AddQueryType()
            .AddMutationType()
            .AddSubscriptionType()
            .AddInMemorySubscriptions()
            .AddType(typeof(StockQueries))
            .AddType(typeof(StockMutations))
            .AddType(typeof(StockSubscriptions)));

        var app = builder.Build();
        app.MapGraphQL();
        return app;
    }

    /// <summary>An open socket; nothing sent yet.</summary>
    public Task<TestSocket> ConnectAsync(string? subprotocol = "graphql-transport-ws", string? origin = null) =>
        ConnectAsync(new ClientWebSocket(), subprotocol, origin);

    public Task<TestSocket> ConnectAsync(ClientWebSocket socket, string? subprotocol, string? origin)
    {
        if (subprotocol is not null)
        {
            socket.Options.AddSubProtocol(subprotocol);
        }

        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        socket.Options.CollectHttpResponseDetails = true;
        return TestSocket.ConnectAsync(socket, new UriBuilder(Address) { Scheme = "ws" }.Uri);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
