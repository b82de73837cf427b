using System.Text.Json;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Cases;

/// <summary>
/// Resolves a schema from a root value of JSON, by the conventions that <c>tests/Clients/engine-cases/execution.mjs</c> lists.
/// </summary>
internal sealed class CaseData(JsonElement root)
{
    private const string Events = "events";

    public void Bind(Schema schema)
    {
        foreach (var type in schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            switch (type)
            {
                case ObjectType objectType:
                    Bind(objectType, ReferenceEquals(type, schema.SubscriptionType));
                    break;
                case InterfaceType contract:
                    contract.ResolveType = TypeNameOf;
                    break;
                case UnionType union:
                    union.ResolveType = TypeNameOf;
                    break;
            }
        }
    }

    private void Bind(ObjectType type, bool isSubscription)
    {
        foreach (var field in type.Fields.Values)
        {
            field.Resolver = context => ResolveAsync(context, field.Name);
            field.Subscriber = isSubscription ? _ => new ValueTask<IAsyncEnumerable<object?>>(OpenAsync(field.Name)) : null;
        }
    }

    private static string? TypeNameOf(object value) =>
        value is JsonElement { ValueKind: JsonValueKind.Object } json && Member(json, "__typename") is { ValueKind: JsonValueKind.String } name
            ? name.GetString()
            : null;

    private ValueTask<object?> ResolveAsync(ResolverContext context, string name)
    {
        if (name.StartsWith("echo", StringComparison.Ordinal))
        {
            return new ValueTask<object?>(context.Arguments);
        }

        var source = context.Parent ?? context.EventMessage ?? root;
        return source is JsonElement json && Member(json, name) is { } value
            ? ReadAsync(context, value)
            : new ValueTask<object?>((object?)null);
    }

    private static ValueTask<object?> ReadAsync(ResolverContext context, JsonElement value)
    {
        if (Member(value, "$turn") is not null)
        {
            return TakeTurnAsync(context.GlobalState);
        }

        return Read(value) is Exception refused ? throw refused : new ValueTask<object?>(Read(value));
    }

    private static object? Read(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True or JsonValueKind.False => value.GetBoolean(),
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetInt32(out var number) ? number : value.GetDouble(),
        JsonValueKind.Array => value.EnumerateArray().Select(Read).ToList(),
        _ => Member(value, "$error") is { } message ? new GraphQLException(message.GetString()!) : value,
    };

    private static async ValueTask<object?> TakeTurnAsync(IDictionary<string, object?> state)
    {
        var began = Next(state);
        await Task.Yield();
        return JsonSerializer.SerializeToElement(new { began, ended = Next(state) });
    }

    private static int Next(IDictionary<string, object?> state)
    {
        var count = (state.TryGetValue(Events, out var events) ? (int)events! : 0) + 1;
        state[Events] = count;
        return count;
    }

    private async IAsyncEnumerable<object?> OpenAsync(string name)
    {
        foreach (var message in root.GetProperty(name).EnumerateArray())
        {
            await Task.Yield();
            yield return message;
        }
    }

    private static JsonElement? Member(JsonElement json, string name) =>
        json.ValueKind is JsonValueKind.Object && json.TryGetProperty(name, out var member) ? member : null;
}
