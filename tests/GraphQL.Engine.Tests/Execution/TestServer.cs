using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.DataLoaders;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation.Limits;

namespace Webox.GraphQL.Engine.Tests.Execution;

/// <summary>A schema from SDL, resolvers by coordinate (<c>Query.product</c>), GraphQL in and JSON out.</summary>
public sealed class TestServer
{
    private readonly Schema _schema;
    private readonly List<IErrorFilter> _filters = [];
    private RequestExecutor? _executor;
    private ServiceProvider? _provider;

    public TestServer(string sdl)
    {
        _schema = SdlSchemaBuilder.Build(Parser.ParseDocument(sdl, ParserOptions.Unlimited));
        Services.AddScoped<IBatchScheduler, BatchScheduler>().AddSingleton<DataLoaderOptions>();
    }

    public ServiceCollection Services { get; } = [];

    public RequestExecutorOptions Options { get; } = new()
    {
        Parser = ParserOptions.Unlimited,
        Limits = new ExecutionLimits
        {
            DepthMax = 1000, RootFieldsMax = 1000, MutationRootFieldsMax = 1000, CostMax = int.MaxValue, IntrospectionEnabled = true,
        },
    };

    public RequestExecutor Executor => _executor ??= new RequestExecutor(_schema, Options, Provider, _filters);

    public ServiceProvider Provider => _provider ??= Services.BuildServiceProvider(validateScopes: true);

    public TestServer Filter(Func<IError, IError> filter)
    {
        _filters.Add(new DelegateFilter(filter));
        return this;
    }

    /// <summary>A resolver that is done when it returns.</summary>
    public TestServer Resolve(string coordinate, Func<ResolverContext, object?> resolve) =>
        ResolveAsync(coordinate, context => new ValueTask<object?>(resolve(context)));

    public TestServer ResolveAsync(string coordinate, FieldResolver resolve)
    {
        FieldOf(coordinate).Resolver = resolve;
        return this;
    }

    public TestServer Get<TParent>(string coordinate, Func<TParent, object?> read)
    {
        FieldOf(coordinate).Getter = parent => read((TParent)parent);
        return this;
    }

    public TestServer Subscribe(string coordinate, SourceStreamResolver open)
    {
        FieldOf(coordinate).Subscriber = open;
        return this;
    }

    public T Type<T>(string name)
        where T : NamedType => (T)_schema.FindType(name)!;

    /// <returns>The response as text.</returns>
    public async Task<string> ExecuteAsync(string document, string? variables = null, CancellationToken cancellationToken = default)
    {
        await using var result = await ExecuteAsync(Request(document, variables).Build(), cancellationToken);
        return Encoding.UTF8.GetString(result.Json.Span);
    }

    public async Task<IOperationResult> ExecuteAsync(IOperationRequest request, CancellationToken cancellationToken = default) =>
        Assert.IsAssignableFrom<IOperationResult>(await Executor.ExecuteAsync(request, cancellationToken));

    public async Task<IReadOnlyList<string>> SubscribeAsync(string document, string? variables = null)
    {
        await using var stream = Assert.IsAssignableFrom<IResponseStream>(await Executor.ExecuteAsync(Request(document, variables).Build()));
        var responses = new List<string>();
        await foreach (var result in stream.ReadResultsAsync())
        {
            await using (result)
            {
                responses.Add(Encoding.UTF8.GetString(result.Json.Span));
            }
        }

        return responses;
    }

    public static OperationRequestBuilder Request(string document, string? variables = null)
    {
        var request = OperationRequestBuilder.New().SetDocument(document);
        return variables is null ? request : request.SetVariables(JsonDocument.Parse(variables).RootElement);
    }

    private Field FieldOf(string coordinate)
    {
        var parts = coordinate.Split('.');
        return Type<ObjectType>(parts[0]).Fields[parts[1]];
    }

    private sealed class DelegateFilter(Func<IError, IError> filter) : IErrorFilter
    {
        public IError OnError(IError error) => filter(error);
    }
}
