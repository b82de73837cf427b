using System.Text.Json;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.ConformanceHost.Data;

/// <summary>What the resolvers of one request answer with, and how they were called.</summary>
internal sealed class RequestData(DataSource source)
{
    /// <summary>Of the global state.</summary>
    public const string Key = "data";

    private readonly List<string> _calls = [];

    /// <summary>Each as JSON, in their order.</summary>
    public IReadOnlyList<string> Calls => _calls;

    /// <summary>Has every field of the schema answer with the data of its request.</summary>
    public static void Bind(Schema schema)
    {
        foreach (var type in schema.Types.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            switch (type)
            {
                case ObjectType objectType:
                    Bind(objectType, isSubscription: ReferenceEquals(type, schema.SubscriptionType));
                    break;
                case InterfaceType contract:
                    contract.ResolveType = value => (value as DataObject)?.Type;
                    break;
                case UnionType union:
                    union.ResolveType = value => (value as DataObject)?.Type;
                    break;
            }
        }
    }

    private static void Bind(ObjectType type, bool isSubscription)
    {
        foreach (var field in type.Fields.Values)
        {
            field.Resolver = context => new ValueTask<object?>(((RequestData)context.GlobalState[Key]!).Resolve(type, context));
            field.Subscriber = isSubscription ? _ => new ValueTask<IAsyncEnumerable<object?>>(OneEventAsync()) : null;
        }
    }

    private object? Resolve(ObjectType type, ResolverContext context)
    {
        var arguments = CanonicalJson.Print(context.Arguments);
        var path = JsonSerializer.Serialize(string.Join('.', context.Path));
        _calls.Add($$"""{"path":{{path}},"type":"{{type.Name}}","field":"{{context.Field.Name}}","args":{{arguments}}}""");
        return source.Resolve(context, context.Arguments.Count == 0 ? "" : arguments);
    }

    private static async IAsyncEnumerable<object?> OneEventAsync()
    {
        await Task.CompletedTask;
        yield return null;
    }
}
