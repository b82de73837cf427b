using System.Text.Json;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.ConformanceHost.Data;

/// <summary>A tree of objects: a field is the member of its name, <c>__typename</c> the type under an interface or union.</summary>
internal sealed class RootData(JsonElement root) : DataSource
{
    public override object? Resolve(ResolverContext context, string arguments)
    {
        var parent = context.Parent is DataObject { Members: var members } ? members : root;
        return parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(context.Field.Name, out var value)
            ? Read(value, context.Field.Type.Named is CompositeType)
            : null;
    }

    private static object? Read(JsonElement value, bool isComposite) => value.ValueKind switch
    {
        JsonValueKind.Array when isComposite => value.EnumerateArray().Select(item => Read(item, isComposite)).ToArray(),
        JsonValueKind.Object when isComposite => new DataObject(value.TryGetProperty("__typename", out var type) ? type.GetString() : null, value),
        _ => LeafValue.Read(value),
    };
}
