using System.Text.Json;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Tests.Security.Matrix;

/// <summary>A way to an object: a selection with a hole in it, and the names on the way.</summary>
/// <param name="Format">With <c>%</c> for the fields of the object.</param>
internal sealed record ObjectPath(string Format, IReadOnlyList<string> Names)
{
    public string With(string fields) => $"{{ {Format.Replace("%", fields, StringComparison.Ordinal)} }}";

    public ObjectPath To(string field, string arguments, ObjectType? narrowed) => new(
        Format.Replace("%", narrowed is null ? $"{field}{arguments} {{ % }}" : $"{field}{arguments} {{ ... on {narrowed.Name} {{ % }} }}", StringComparison.Ordinal),
        [.. Names, field]);

    /// <summary>The object in an answer's <c>data</c>, the first one of each list. Null: there is none.</summary>
    public JsonElement? FindIn(JsonElement data)
    {
        var found = First(data);
        foreach (var name in Names)
        {
            found = found is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var child) ? First(child) : null;
        }

        return found is { ValueKind: JsonValueKind.Object } ? found : null;
    }

    private static JsonElement? First(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.GetArrayLength() > 0 ? First(value[0]) : null,
        _ => value,
    };
}

/// <summary>Finds, for each type, a way on which the owner, or else an administrator, meets an object of it.</summary>
internal sealed class ObjectPaths(Estate estate, Schema schema, SampleArguments arguments)
{
    public async Task<IReadOnlyDictionary<string, ObjectPath>> FindAsync()
    {
        Dictionary<string, ObjectPath> found = [];
        var open = new Queue<(ObjectType Type, ObjectPath Path)>(Entrances());
        while (open.TryDequeue(out var next))
        {
            if (found.ContainsKey(next.Type.Name) || !await LeadsAsync(next.Type, next.Path))
            {
                continue;
            }

            found[next.Type.Name] = next.Path;
            foreach (var onward in Onward(next.Type, next.Path))
            {
                open.Enqueue(onward);
            }
        }

        return found;
    }

    private IEnumerable<(ObjectType, ObjectPath)> Entrances()
    {
        foreach (var (name, id) in estate.Ids)
        {
            if (schema.FindType(name) is ObjectType type && type.Interfaces.Any(contract => contract.Name == "Node"))
            {
                yield return (type, new ObjectPath($"node(id: \"{id}\") {{ ... on {name} {{ % }} }}", ["node"]));
            }
        }

        foreach (var entrance in Onward(schema.QueryType!, new ObjectPath("%", [])))
        {
            yield return entrance;
        }
    }

    private IEnumerable<(ObjectType, ObjectPath)> Onward(ObjectType type, ObjectPath path) =>
        from field in type.Fields.Values
        where field.Type.Named is CompositeType && (type == schema.QueryType || !field.Arguments.Values.Any(argument => argument.IsRequired))
        let target = (CompositeType)field.Type.Named
        from possible in schema.GetPossibleTypes(target)
        select (possible, path.To(field.Name, arguments.Of(field.Name, field), target is ObjectType ? null : possible));

    private async Task<bool> LeadsAsync(ObjectType type, ObjectPath path)
    {
        foreach (var column in new[] { estate.Owner, estate.Columns.Single(column => column.Name == "admin") })
        {
            var answer = await estate.App.SendAsync(path.With("__typename"), accessToken: column.Token);
            if (answer.TryGetProperty("data", out var data) && path.FindIn(data) is { } found && found.TryGetProperty("__typename", out var name) && name.GetString() == type.Name)
            {
                return true;
            }
        }

        return false;
    }
}
