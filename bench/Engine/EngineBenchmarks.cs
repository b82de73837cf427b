using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation;
using Webox.GraphQL.Engine.Validation.Limits;

namespace Webox.Bench.Engine;

/// <summary>The steps of a request, one by one.</summary>
[MemoryDiagnoser]
[BenchmarkCategory("engine")]
public class EngineBenchmarks
{
    private readonly Schema _schema;
    private readonly IRequestExecutor _executor;
    private readonly RequestExecutor _forgetful;
    private string _text = "";
    private DocumentNode _document = null!;

    public EngineBenchmarks()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddGraphQLServer()
            .AddQueryType()
            .AddType(typeof(ProductQueries))
            .AddType(typeof(ProductExtensions))
            .AddDataLoader<CategoryById>()
            .AddDataLoader<ReviewsByProduct>();
        var provider = services.BuildServiceProvider();
        _schema = provider.GetRequiredService<Schema>();
        _executor = provider.GetRequiredService<IRequestExecutor>();
        _forgetful = new RequestExecutor(_schema, new RequestExecutorOptions { CachedDocumentsMax = 0 }, provider, []);
    }

    [Params("tiny", "list", "nested")]
    public string Query { get; set; } = "";

    [GlobalSetup]
    public void Setup()
    {
        _text = Scenario.All.Single(scenario => scenario.Name == Query).Query;
        _document = Parser.ParseDocument(_text);
    }

    [Benchmark]
    public DocumentNode Parsing() => Parser.ParseDocument(_text);

    [Benchmark]
    public object Validation() => DocumentValidator.Validate(_schema, _document);

    [Benchmark]
    public object Limits() => LimitValidator.Validate(_schema, _document, ExecutionLimits.Default);

    /// <summary>A document that was not seen before: parsing, validation, planning and execution.</summary>
    [Benchmark]
    public Task<int> FirstExecution() => ExecuteAsync(_forgetful);

    /// <summary>A document whose plan is known.</summary>
    [Benchmark]
    public Task<int> Execution() => ExecuteAsync(_executor);

    private async Task<int> ExecuteAsync(IRequestExecutor executor)
    {
        await using var result = await executor.ExecuteAsync(OperationRequestBuilder.New().SetDocument(_text).Build());
        return ((IOperationResult)result).Json.Length;
    }
}
