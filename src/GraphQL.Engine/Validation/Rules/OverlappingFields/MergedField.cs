using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Validation.Rules.OverlappingFields;

/// <summary>A field as one of a set that may be merged.</summary>
internal sealed class MergedField(FieldFacts facts, MergedField? parent)
{
    /// <summary>What does not depend on the set.</summary>
    public FieldFacts Facts => facts;

    /// <summary>The field of the set above through which it got into this one. Null at the root.</summary>
    public MergedField? Parent => parent;

    public FieldNode Node => facts.Node;
}

/// <summary>What is known of a field of the document wherever it is merged.</summary>
/// <param name="Id">Its number in the order of discovery.</param>
/// <param name="ParentType">Null: unknown.</param>
/// <param name="Definition">Null: unknown.</param>
/// <param name="Stream">By which it is streamed. Null: it is not.</param>
internal sealed record FieldFacts(int Id, FieldNode Node, CompositeType? ParentType, Field? Definition, DirectiveNode? Stream)
{
    /// <summary>Equal for fields with the same name and the same arguments.</summary>
    public string Call { get; } = Node.Arguments.Count == 0
        ? Node.Name.Value
        : $"{Node.Name.Value}({string.Join(", ", Node.Arguments.Select(Canonical).Order(StringComparer.Ordinal))})";

    /// <summary>
    /// Equal for types whose values look alike in a response: the same lists and non-nulls around the same leaf, or around any
    /// composite type. Null: unknown. A list that is streamed is like no other: each stream is delivered by itself.
    /// https://spec.graphql.org/September2025/#SameResponseShape()
    /// </summary>
    public string? Shape { get; } = Definition is null ? null : Stream is null ? ShapeOf(Definition.Type) : $"{ShapeOf(Definition.Type)} {Id}";

    private static string Canonical(ArgumentNode argument) => $"{argument.Name.Value}: {CanonicalLiteral.Of(argument.Value)}";

    private static string ShapeOf(GraphType type) => type switch
    {
        NonNullType nonNull => $"{ShapeOf(nonNull.OfType)}!",
        ListType list => $"[{ShapeOf(list.OfType)}]",
        CompositeType => "{}",
        _ => type.Named.Name,
    };
}
