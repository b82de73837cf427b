using System.Security.Claims;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Hosting;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

/// <summary>A GraphQL server made of annotated classes, as a host makes it, without HTTP.</summary>
internal sealed class GraphQLServer : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private GraphQLServer(ServiceProvider services) => _services = services;

    public Schema Schema => _services.GetRequiredService<Schema>();

    public static GraphQLServer With(params Type[] types) => With(_ => { }, types);

    public static GraphQLServer With(Action<IRequestExecutorBuilder> configure, params Type[] types)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        var builder = services.AddGraphQLServer();
        foreach (var type in types)
        {
            builder.AddType(type);
        }

        configure(builder);
        return new GraphQLServer(services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true }));
    }

    /// <summary>The response as JSON.</summary>
    public async Task<string> ExecuteAsync(string document, ClaimsPrincipal? user = null, object? variables = null)
    {
        var request = OperationRequestBuilder.New().SetDocument(document).SetGlobalState(GlobalStateKeys.User, user);
        if (variables is not null)
        {
            request.SetVariables(System.Text.Json.JsonSerializer.SerializeToElement(variables));
        }

        await using var result = await _services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request.Build());
        return Text(Assert.IsAssignableFrom<IOperationResult>(result));
    }

    /// <summary>The responses of a subscription, until its stream ends.</summary>
    public async IAsyncEnumerable<string> SubscribeAsync(string document, ClaimsPrincipal? user = null)
    {
        var request = OperationRequestBuilder.New().SetDocument(document).SetGlobalState(GlobalStateKeys.User, user);
        await using var result = await _services.GetRequiredService<IRequestExecutor>().ExecuteAsync(request.Build());
        if (result is IOperationResult refused)
        {
            yield return Text(refused);
            yield break;
        }

        await foreach (var response in Assert.IsAssignableFrom<IResponseStream>(result).ReadResultsAsync())
        {
            await using (response)
            {
                yield return Text(response);
            }
        }
    }

    public T Service<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static string Text(IOperationResult result) => System.Text.Encoding.UTF8.GetString(result.Json.Span);
}
