using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types;

/// <summary>A field of an object or interface.</summary>
public sealed class Field(string name, GraphType type)
{
    private Func<object, object?>? _getter;
    private FieldResolver? _resolver;

    public string Name { get; } = name;

    public GraphType Type { get; set; } = type;

    public string? Description { get; set; }

    /// <summary>Null: not deprecated.</summary>
    public string? DeprecationReason { get; set; }

    public IReadOnlyList<DirectiveNode> Directives { get; set; } = [];

    /// <summary>By name, in the order of definition.</summary>
    public OrderedDictionary<string, InputValue> Arguments { get; } = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads the value from its parent and nothing else: no services, no arguments, no waiting. Null where <see cref="Resolver"/> is set.
    /// </summary>
    public Func<object, object?>? Getter
    {
        get => _getter;
        set => (_getter, LeafWriter) = (value, null);
    }

    /// <summary>Resolves the value. Authorization, paging and conventions of the field are already wrapped around it.</summary>
    public FieldResolver? Resolver
    {
        get => _resolver;
        set => (_resolver, TaskResolver) = (value, null);
    }

    /// <summary>What <see cref="Getter"/> reads, written at once. Null: it is read, then written.</summary>
    internal LeafMemberWriter? LeafWriter { get; set; }

    /// <summary>The same as <see cref="Resolver"/>, in two steps. Null: in one.</summary>
    internal TaskFieldResolver? TaskResolver { get; set; }

    /// <summary>Of a field of the subscription type: opens its source stream. https://spec.graphql.org/September2025/#sec-Source-Stream</summary>
    public SourceStreamResolver? Subscriber { get; set; }

    /// <summary>What a connection field returns at most when the client names no size; 1 for other fields. For cost.</summary>
    public PagingSettings? Paging { get; set; }
}

/// <summary>Page sizes of a connection field.</summary>
/// <param name="DefaultPageSize">When neither <c>first</c> nor <c>last</c> is given.</param>
/// <param name="MaxPageSize">More than this is refused.</param>
public sealed record PagingSettings(int DefaultPageSize = 10, int MaxPageSize = 50);

/// <summary>An argument of a field or directive, or a field of an input object.</summary>
public sealed class InputValue(string name, GraphType type)
{
    public string Name { get; } = name;

    public GraphType Type { get; set; } = type;

    public string? Description { get; set; }

    /// <summary>Null: not deprecated.</summary>
    public string? DeprecationReason { get; set; }

    public IReadOnlyList<DirectiveNode> Directives { get; set; } = [];

    /// <summary>Null: none. The literal <c>null</c> is a <see cref="NullValueNode"/>.</summary>
    public ValueNode? DefaultValue { get; set; }

    /// <summary>Must be given. https://spec.graphql.org/September2025/#IsRequiredArgument()</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}
