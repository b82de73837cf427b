using System.Text;
using Webox.GraphQL.Engine.Execution.Coercion;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Plans;

internal enum FieldKind
{
    /// <summary><c>__typename</c>: known as soon as the object type is.</summary>
    TypeName,

    /// <summary>Read from the parent while the response is written.</summary>
    Getter,

    /// <summary>Resolved before the response is written.</summary>
    Resolver,
}

/// <summary>One key of an object in the response: all field nodes that were merged into it, ready to run.</summary>
internal sealed class FieldPlan
{
    private readonly IReadOnlyDictionary<string, object?>? _constantArguments;

    public FieldPlan(ObjectType parentType, Field field, IReadOnlyList<FieldNode> nodes, SelectionPlan? selection, FieldBinding binding)
    {
        ParentType = parentType;
        Field = field;
        Nodes = nodes;
        Selection = selection;
        Kind = binding.Kind;
        Getter = binding.Getter;
        Resolver = binding.Resolver;
        TaskResolver = binding.TaskResolver;
        LeafWriter = binding.LeafWriter;
        ResponseKey = nodes[0].ResponseKey;
        EncodedKey = Encoding.UTF8.GetBytes($",\"{ResponseKey}\":");
        _constantArguments = ConstantArguments.TryCoerce(field, nodes[0]);
    }

    public ObjectType ParentType { get; }

    public Field Field { get; }

    public IReadOnlyList<FieldNode> Nodes { get; }

    /// <summary>What is selected on the value; null for leaves.</summary>
    public SelectionPlan? Selection { get; }

    public FieldKind Kind { get; }

    public Func<object, object?>? Getter { get; }

    public FieldResolver? Resolver { get; }

    /// <summary>In the place of <see cref="Resolver"/>, where it is not null.</summary>
    public TaskFieldResolver? TaskResolver { get; }

    /// <summary>In the place of <see cref="Getter"/>, where it is not null.</summary>
    public LeafMemberWriter? LeafWriter { get; }

    public string ResponseKey { get; }

    /// <summary><c>,"key":</c> in UTF-8; the first field of an object leaves the comma out.</summary>
    public ReadOnlyMemory<byte> EncodedKey { get; }

    /// <summary>Where the value waits for the writing of the response; -1 when there is nothing to resolve in it.</summary>
    public int Slot { get; init; } = -1;

    /// <summary>Items of the list come later. Null: the value is there as a whole.</summary>
    public StreamPlan? Stream { get; init; }

    /// <summary>Name for messages: <c>Product.name</c>.</summary>
    public string Coordinate => $"{ParentType.Name}.{Field.Name}";

    public IReadOnlyList<Location> Locations => [.. Nodes.Select(node => node.Location)];

    /// <summary>Arguments do not depend on variables and nobody can change them, so all requests share them.</summary>
    public bool HasConstantArguments => _constantArguments is not null;

    /// <exception cref="GraphQLException">An argument does not fit.</exception>
    public IReadOnlyDictionary<string, object?> CoerceArguments(IReadOnlyDictionary<string, object?> variables) =>
        _constantArguments ?? ArgumentCoercion.Coerce(Field, Nodes[0], variables);
}
