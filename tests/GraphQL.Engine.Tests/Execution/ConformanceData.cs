using System.Collections.Concurrent;
using System.Text.Json;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Execution;

/// <summary>Makes the resolvers of a schema answer with the data of a case, by response path, and notes their calls.</summary>
internal sealed class ConformanceData(JsonElement values)
{
    public ConcurrentDictionary<string, string> ArgumentsByPath { get; } = [];

    public void Bind(Schema schema)
    {
        foreach (var type in schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            switch (type)
            {
                case ObjectType objectType:
                    Bind(objectType.Fields.Values, ReferenceEquals(type, schema.SubscriptionType));
                    break;
                case InterfaceType contract:
                    contract.ResolveType = TypeOf;
                    break;
                case UnionType union:
                    union.ResolveType = TypeOf;
                    break;
            }
        }
    }

    private static string? TypeOf(object value) => (value as TestObject)?.Type;

    private void Bind(IEnumerable<Field> fields, bool isSubscription)
    {
        foreach (var field in fields)
        {
            field.Resolver = context => new ValueTask<object?>(Resolve(context));
            field.Subscriber = isSubscription ? _ => new ValueTask<IAsyncEnumerable<object?>>(OneEventAsync()) : null;
        }
    }

    private object? Resolve(ResolverContext context)
    {
        var path = string.Join('.', context.Path);
        ArgumentsByPath[path] = Print(context.Arguments);
        return values.TryGetProperty(path, out var value) ? Read(value) : throw new InvalidOperationException($"no value at {path}");
    }

    private static object? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var number) ? number : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(ReadItem).ToList(),
        _ => ReadObject(value),
    };

    private static object? ReadItem(JsonElement value)
    {
        try
        {
            return Read(value);
        }
        catch (GraphQLException exception)
        {
            return exception;
        }
    }

    private static object? ReadObject(JsonElement value)
    {
        if (value.TryGetProperty("$error", out var message))
        {
            var extensions = value.TryGetProperty("extensions", out var given)
                ? given.EnumerateObject().ToDictionary(entry => entry.Name, entry => (object?)entry.Value)
                : null;
            throw new GraphQLException(new Error { Message = message.GetString()!, Extensions = extensions });
        }

        if (value.TryGetProperty("$raw", out var raw))
        {
            return raw.ValueKind is JsonValueKind.Object ? raw : Read(raw);
        }

        return new TestObject(value.TryGetProperty("$type", out var type) ? type.GetString() : null);
    }

    private static string Print(object? arguments)
    {
        using var buffer = new JsonBuffer();
        JsonValueWriter.Write(buffer, arguments);
        return System.Text.Encoding.UTF8.GetString(buffer.Written.Span);
    }

    private static async IAsyncEnumerable<object?> OneEventAsync()
    {
        await Task.CompletedTask;
        yield return null;
    }

    private sealed record TestObject(string? Type);
}
