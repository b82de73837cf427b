using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Webox.GraphQL.Engine.ConformanceHost.Http;

/// <summary>
/// The engine on a port: <c>--urls=http://127.0.0.1:PORT</c>. Introspection is on unless there is <c>--production=true</c>, which asks for the
/// preflight header on GET, too; <c>--incremental=true</c> delivers responses in parts. <c>/active</c> tells the number of live subscriptions.
/// </summary>
internal static class StockServer
{
    public static async Task RunAsync(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(args);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var isProduction = builder.Configuration.GetValue<bool>("production");
        builder.Services.AddSingleton<LiveSubscriptions>().AddSingleton(TimeProvider.System);
        var server = builder.Services.AddGraphQLServer()
            .AddQueryType()
            .AddMutationType()
            .AddSubscriptionType()
            .AddInMemorySubscriptions()
            .AddType(typeof(StockQueries))
            .AddType(typeof(StockMutations))
            .AddType(typeof(StockSubscriptions))
            .AddSocketSessionInterceptor<RefusingInterceptor>()
            .DisableIntrospection(isProduction)
            .ModifyServerOptions(options =>
            {
                options.RequirePreflightForGet = isProduction;
                options.RequestBodyBytesMax = 4 * 1024 * 1024;
                options.Sockets.ConnectionInitializationTimeout = TimeSpan.FromSeconds(1);
                options.Sockets.OperationsMax = 1000;
                options.Sockets.MessageBytesMax = 1024 * 1024;
            });

        if (builder.Configuration.GetValue<bool>("incremental"))
        {
            server.AddIncrementalDelivery();
        }

        var app = builder.Build();
        app.MapGraphQL();
        app.MapGet("/active", (LiveSubscriptions live) => Results.Text($"{live.Count}"));
        await app.RunAsync();
    }
}
