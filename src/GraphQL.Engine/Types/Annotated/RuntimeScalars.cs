using System.Collections.Frozen;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>The built-in scalar of a .NET type.</summary>
internal static class RuntimeScalars
{
    private static readonly FrozenDictionary<Type, ScalarType> ByType = new Dictionary<Type, ScalarType>
    {
        [typeof(string)] = BuiltInScalars.String,
        [typeof(bool)] = BuiltInScalars.Boolean,
        [typeof(int)] = BuiltInScalars.Int,
        [typeof(long)] = BuiltInScalars.Long,
        [typeof(float)] = BuiltInScalars.Float,
        [typeof(double)] = BuiltInScalars.Float,
        [typeof(decimal)] = BuiltInScalars.Decimal,
        [typeof(Guid)] = BuiltInScalars.Uuid,
        [typeof(Uri)] = BuiltInScalars.Url,
        [typeof(DateTime)] = BuiltInScalars.DateTime,
        [typeof(DateTimeOffset)] = BuiltInScalars.DateTime,
    }.ToFrozenDictionary();

    public static IEnumerable<ScalarType> All => ByType.Values.Append(BuiltInScalars.Id);

    public static ScalarType? Find(Type type) => ByType.GetValueOrDefault(type);
}
