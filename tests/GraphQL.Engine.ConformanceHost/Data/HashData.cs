using System.Globalization;
using System.Text;
using System.Text.Json;
using Webox.GraphQL.Engine.ConformanceHost.Protocol;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.ConformanceHost.Data;

/// <summary>
/// Values made of the hash of their place and arguments, with nulls and errors sown in: a wrong argument, path or type shows as
/// other data.
/// </summary>
internal sealed class HashData(JsonElement data) : DataSource
{
    private const uint FnvOffset = 2_166_136_261;
    private const uint FnvPrime = 16_777_619;

    private readonly string _seed = data.GetProperty("seed").GetString()!;
    private readonly uint _listMax = (uint)(data.Number("listMax") ?? 0);
    private readonly uint _nullEvery = (uint)(data.Number("nullEvery") ?? 0);
    private readonly uint _errorEvery = (uint)(data.Number("errorEvery") ?? 0);

    public override object? Resolve(ResolverContext context, string arguments)
    {
        var value = Make(context.Schema, context.Field.Type, string.Join('/', context.Path), arguments);
        return value is Exception error ? throw error : value;
    }

    private object? Make(Schema schema, GraphType type, string path, string arguments)
    {
        var hash = Hash($"{_seed}/{path}({arguments})");
        if (_errorEvery > 0 && hash % _errorEvery == 0)
        {
            return new GraphQLException($"E:{path}");
        }

        if (!type.IsNonNull && _nullEvery > 0 && hash % _nullEvery == 1)
        {
            return null;
        }

        return type.Nullable switch
        {
            ListType list => Enumerable.Range(0, (int)((hash >> 8) % (_listMax + 1)))
                .Select(index => Make(schema, list.OfType, $"{path}/{index}", ""))
                .ToArray(),
            EnumType enumType => enumType.Values.GetAt((int)(hash % enumType.Values.Count)).Key,
            CompositeType composite => Choose(schema.GetPossibleTypes(composite), hash >> 5),
            var leaf => MakeLeaf(leaf.Named.Name, hash),
        };
    }

    private static DataObject Choose(IReadOnlyList<ObjectType> possible, uint number) =>
        new(possible.OrderBy(type => type.Name, StringComparer.Ordinal).ElementAt((int)(number % possible.Count)).Name);

    private static object MakeLeaf(string type, uint hash) => type switch
    {
        "Int" => unchecked((int)hash),
        "Float" => hash % 100_000 / 64.0,
        "Boolean" => (hash >> 4 & 1) == 1,
        "ID" => string.Create(CultureInfo.InvariantCulture, $"i{hash}"),
        "String" => $"s{hash:x}",
        _ => $"c{hash:x}",
    };

    // http://www.isthe.com/chongo/tech/comp/fnv/, FNV-1a of 32 bits.
    private static uint Hash(string text) =>
        Encoding.UTF8.GetBytes(text).Aggregate(FnvOffset, static (hash, octet) => unchecked((hash ^ octet) * FnvPrime));
}
