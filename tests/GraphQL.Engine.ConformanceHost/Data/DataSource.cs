using System.Text.Json;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.ConformanceHost.Data;

/// <summary>Knows the value of each field.</summary>
internal abstract class DataSource
{
    public static readonly DataSource Empty = new RootData(default);

    /// <exception cref="NotSupportedException">The mode is none that the host knows.</exception>
    public static DataSource Of(JsonElement data) => (data.TryGetProperty("mode", out var mode) ? mode.GetString() : "root") switch
    {
        "paths" => new PathData(data.GetProperty("values")),
        "hash" => new HashData(data),
        "root" => new RootData(data.TryGetProperty("root", out var root) ? root : default),
        var other => throw new NotSupportedException($"data of mode {other}"),
    };

    /// <param name="arguments">As canonical JSON; empty when there are none.</param>
    /// <exception cref="GraphQLException">The value is an error.</exception>
    public abstract object? Resolve(ResolverContext context, string arguments);
}
