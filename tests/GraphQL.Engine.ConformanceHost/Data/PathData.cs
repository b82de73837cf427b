using System.Text.Json;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.ConformanceHost.Data;

/// <summary>Values by response path: <c>a.0.b</c>.</summary>
internal sealed class PathData(JsonElement values) : DataSource
{
    public override object? Resolve(ResolverContext context, string arguments)
    {
        var path = string.Join('.', context.Path);
        return values.TryGetProperty(path, out var value) && Read(value) is var read
            ? read is Exception error ? throw error : read
            : throw new GraphQLException($"no value at {path}");
    }

    private static object? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().Select(Read).ToArray(),
        JsonValueKind.Object => ReadObject(value),
        _ => LeafValue.Read(value),
    };

    private static object? ReadObject(JsonElement value)
    {
        if (value.TryGetProperty("$error", out var message))
        {
            var extensions = value.TryGetProperty("extensions", out var given)
                ? given.EnumerateObject().ToDictionary(entry => entry.Name, entry => (object?)entry.Value)
                : null;
            return new GraphQLException(new Error { Message = message.GetString()!, Extensions = extensions });
        }

        return value.TryGetProperty("$raw", out var raw)
            ? LeafValue.Read(raw)
            : new DataObject(value.TryGetProperty("$type", out var type) ? type.GetString() : null);
    }
}
