using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>A fragment that is deferred, at one place of a plan.</summary>
/// <param name="label">Null: it has none.</param>
/// <param name="parent">The deferred fragment around it. Null: none.</param>
internal sealed class DeferUsage(string? label, DirectiveNode directive, DeferUsage? parent)
{
    public string? Label { get; } = label;

    public DirectiveNode Directive { get; } = directive;

    public DeferUsage? Parent { get; } = parent;
}

/// <summary>A field node, and the deferred fragment it stands in. Null: none.</summary>
internal readonly record struct SelectedField(FieldNode Node, DeferUsage? Defer);

/// <summary>A selection set, and the deferred fragment it stands in. Null: none.</summary>
internal readonly record struct SelectedSet(SelectionSetNode Set, DeferUsage? Defer);

/// <summary>What of an object comes later.</summary>
/// <param name="Usages">The fragments that are deferred there.</param>
/// <param name="Parts">Their fields. Those that several fragments share are a part of their own, so that each is sent once.</param>
internal sealed record DeferPlan(IReadOnlyList<DeferUsage> Usages, IReadOnlyList<DeferredFields> Parts);

/// <summary>Fields that are executed together.</summary>
/// <param name="Usages">The fragments that wait for them.</param>
internal sealed record DeferredFields(IReadOnlyList<DeferUsage> Usages, ObjectPlan Plan);
