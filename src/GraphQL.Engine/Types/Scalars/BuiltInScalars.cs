using System.Collections.Frozen;

namespace Webox.GraphQL.Engine.Types.Scalars;

/// <summary>The scalars that come with the engine. They never change, so all schemas share them.</summary>
public static class BuiltInScalars
{
    public static readonly ScalarType Int = new IntType
    {
        Description = "The `Int` scalar type represents non-fractional signed whole numeric values. "
            + "Int can represent values between -(2^31) and 2^31 - 1.",
    };

    public static readonly ScalarType Float = new FloatType
    {
        Description = "The `Float` scalar type represents signed double-precision fractional values as specified by "
            + "[IEEE 754](https://en.wikipedia.org/wiki/IEEE_floating_point).",
    };

    public static readonly ScalarType String = new StringType
    {
        Description = "The `String` scalar type represents textual data, represented as UTF-8 character sequences. "
            + "The String type is most often used by GraphQL to represent free-form human-readable text.",
    };

    public static readonly ScalarType Boolean = new BooleanType
    {
        Description = "The `Boolean` scalar type represents `true` or `false`.",
    };

    public static readonly ScalarType Id = new IdType
    {
        Description = "The `ID` scalar type represents a unique identifier, often used to refetch an object or as key for a cache. "
            + "The ID type appears in a JSON response as a String; however, it is not intended to be human-readable. "
            + "When expected as an input type, any string (such as `\"4\"`) or integer (such as `4`) input value "
            + "will be accepted as an ID.",
    };

    /// <summary><see cref="long"/>, within ±999,999,999,999,999.</summary>
    public static readonly ScalarType Long = new LongType();

    /// <summary><see cref="decimal"/>.</summary>
    public static readonly ScalarType Decimal = new DecimalType();

    /// <summary><see cref="DateTimeOffset"/>; resolvers may also give a <see cref="System.DateTime"/> in UTC.</summary>
    public static readonly ScalarType DateTime = new DateTimeType();

    /// <summary><see cref="Uri"/>.</summary>
    public static readonly ScalarType Url = new UrlType();

    /// <summary><see cref="Guid"/>.</summary>
    public static readonly ScalarType Uuid = new UuidType();

    /// <summary>The five of the specification: part of every schema that uses them, and never printed.</summary>
    public static readonly IReadOnlyList<ScalarType> Specified = [Int, Float, String, Boolean, Id];

    /// <summary>The specified ones, and those that <see cref="Find"/> knows besides.</summary>
    public static readonly IReadOnlyList<ScalarType> All = [.. Specified, Long, Decimal, DateTime, Url, Uuid];

    private static readonly FrozenDictionary<Type, ScalarType> ByRuntimeType = new Dictionary<Type, ScalarType>
    {
        [typeof(string)] = String,
        [typeof(bool)] = Boolean,
        [typeof(byte)] = Int,
        [typeof(short)] = Int,
        [typeof(int)] = Int,
        [typeof(long)] = Long,
        [typeof(float)] = Float,
        [typeof(double)] = Float,
        [typeof(decimal)] = Decimal,
        [typeof(DateTimeOffset)] = DateTime,
        [typeof(System.DateTime)] = DateTime,
        [typeof(Uri)] = Url,
        [typeof(Guid)] = Uuid,
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, ScalarType> SpecifiedByName = Specified.ToFrozenDictionary(scalar => scalar.Name);

    /// <summary>The scalar that shows values of a .NET type; null when none does. Any type may be an ID, so none is.</summary>
    public static ScalarType? Find(Type runtimeType) => ByRuntimeType.GetValueOrDefault(runtimeType);

    /// <summary>One of <see cref="Specified"/>; null when none has that name.</summary>
    public static ScalarType? FindSpecified(string name) => SpecifiedByName.GetValueOrDefault(name);
}
