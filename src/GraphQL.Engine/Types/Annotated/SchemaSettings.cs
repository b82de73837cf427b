namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>What a schema is to be made of.</summary>
internal sealed class SchemaSettings
{
    public bool HasQuery { get; set; }

    public bool HasMutation { get; set; }

    public bool HasSubscription { get; set; }

    /// <summary>Static classes whose methods are fields, in the order of registration.</summary>
    public List<Type> Classes { get; } = [];

    /// <summary>Types that belong to the schema even when no field leads to them.</summary>
    public List<Type> Types { get; } = [];

    public HashSet<Type> Unions { get; } = [];

    public HashSet<Type> Interfaces { get; } = [];

    /// <summary>Unions of classes that have nothing in common.</summary>
    public OrderedDictionary<string, IReadOnlyList<Type>> NamedUnions { get; } = [];

    public Dictionary<Type, IEnumSettings> Enums { get; } = [];

    /// <summary>Custom scalars.</summary>
    public List<ScalarType> Scalars { get; } = [];

    /// <summary>Scalars of .NET types, before the built-in ones.</summary>
    public Dictionary<Type, ScalarType> Bindings { get; } = [];

    /// <summary>Null: mutations are fields like any other. True: all follow the conventions. False: those marked with the attribute do.</summary>
    public bool? MutationConventions { get; set; }

    public bool GlobalObjectIdentification { get; set; }

    public bool IncrementalDelivery { get; set; }
}
