using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.ConformanceHost.Data;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation.Limits;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>Executors by the texts of their schemas: most requests bring a schema that was seen before.</summary>
internal static class ExecutorCache
{
    private const int EntriesMax = 400;

    private static readonly Dictionary<string, IRequestExecutor> ByText = new(StringComparer.Ordinal);
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    private static readonly RequestExecutorOptions Options = new()
    {
        Parser = ParserOptions.Unlimited,
        Limits = ExecutionLimits.Unlimited,
        ExecutionTimeout = Timeout.InfiniteTimeSpan,
        // ExecuteOperation does, where the request wants it.
        SkipsValidation = true,
        CachedDocumentsMax = 0,
        // Counts only where a schema has the directives, and a request asks for parts.
        IncrementalDelivery = new() { PendingPartsMax = int.MaxValue },
    };

    /// <exception cref="GraphQLException">The texts do not make a sound schema.</exception>
    public static IRequestExecutor Get(IReadOnlyList<string> sdl)
    {
        var key = string.Join('\0', sdl);
        if (!ByText.TryGetValue(key, out var executor))
        {
            if (ByText.Count == EntriesMax)
            {
                ByText.Clear();
            }

            ByText[key] = executor = Create(sdl);
        }

        return executor;
    }

    private static RequestExecutor Create(IReadOnlyList<string> sdl)
    {
        var schema = SdlSchemas.Build(sdl);
        RefusedException.ThrowIfAny("type", SchemaValidator.Validate(schema));
        RequestData.Bind(schema);
        return new RequestExecutor(schema, Options, Services, []);
    }
}
