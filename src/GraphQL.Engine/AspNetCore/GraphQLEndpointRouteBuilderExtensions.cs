using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Webox.GraphQL.Engine.AspNetCore;
using Webox.GraphQL.Engine.AspNetCore.Explorer;
using Webox.GraphQL.Engine.AspNetCore.Http;
using Webox.GraphQL.Engine.AspNetCore.Http.SingleConnection;
using Webox.GraphQL.Engine.AspNetCore.WebSockets;
using Webox.GraphQL.Engine.Execution;

namespace Microsoft.AspNetCore.Builder;

public static class GraphQLEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Serves the schema at <paramref name="path"/> by POST, GET, event stream and WebSocket, and the explorer where
    /// <see cref="GraphQLServerOptions.ExplorerRoot"/> is set. WebSockets need no <c>UseWebSockets()</c>.
    /// </summary>
    /// <exception cref="System.ComponentModel.DataAnnotations.ValidationException">An option is out of its range.</exception>
    public static GraphQLEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(path);

        var services = endpoints.ServiceProvider;
        var options = services.GetRequiredService<IOptions<GraphQLServerOptions>>().Value;
        options.Check();

        var explorer = options.ExplorerRoot is { } root ? new ExplorerTransport(root) : null;
        // Made with the first request: making the executor checks the whole schema, and a host may want to be up before that.
        var endpoint = new Lazy<GraphQLEndpoint>(() => CreateEndpoint(services, options, explorer));
        var pipeline = endpoints.CreateApplicationBuilder();
        pipeline.UseWhen(context => WebSocketTransport.MayBeHandshake(context.Request), branch => branch.UseWebSockets());
        pipeline.Run(context => endpoint.Value.HandleAsync(context));
        var graphQL = endpoints.Map(path, pipeline.Build()).WithDisplayName($"GraphQL {path}");
        if (explorer is null)
        {
            return new GraphQLEndpointConventionBuilder(graphQL);
        }

        var files = endpoints
            .MapMethods(
                $"{path.TrimEnd('/')}/{{**file}}",
                [HttpMethods.Get],
                context => explorer.HandleFileAsync(context, (string?)context.GetRouteValue("file") ?? ""))
            .WithDisplayName($"GraphQL explorer {path}");
        return new GraphQLEndpointConventionBuilder(graphQL, files);
    }

    private static GraphQLEndpoint CreateEndpoint(IServiceProvider services, GraphQLServerOptions options, ExplorerTransport? explorer)
    {
        var executor = services.GetRequiredService<IRequestExecutor>();
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        var lifetime = services.GetRequiredService<IHostApplicationLifetime>();
        var execution = services.GetRequiredService<IOptions<RequestExecutorOptions>>().Value;
        var hasBudget = execution.CostBudget is not null;
        var runner = new HttpRequestRunner(
            executor,
            services.GetService<IHttpRequestInterceptor>() ?? new DefaultHttpRequestInterceptor(),
            new EventStreamFactory(options, clock, lifetime),
            hasBudget,
            execution.IncrementalDelivery is not null);
        var webSockets = new WebSocketTransport(
            executor,
            services.GetService<ISocketSessionInterceptor>() ?? new DefaultSocketSessionInterceptor(),
            options,
            clock,
            lifetime,
            hasBudget,
            services.GetRequiredService<ILoggerFactory>().CreateLogger<WebSocketTransport>());

        var logger = services.GetRequiredService<ILoggerFactory>().CreateLogger<SingleConnectionTransport>();
        IHttpTransport[] singleConnection = options.EventStreamReservationsMax == 0
            ? []
            : [new SingleConnectionTransport(options, clock, lifetime, new EventStreamReservations(options, clock, lifetime, logger), runner)];

        IEnumerable<IHttpTransport> transports =
        [
            webSockets,
            new CorsPreflightTransport(options),
            .. singleConnection,
            .. explorer is null ? Array.Empty<IHttpTransport>() : [explorer],
            new HttpPostTransport(options, runner),
            new HttpGetTransport(options, runner),
        ];
        return new GraphQLEndpoint(options, [.. transports]);
    }
}
