using Webox.GraphQL.Engine.Execution.Plans;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>An object of the response with fields to resolve before it can be written.</summary>
/// <param name="source">The value that the resolvers of its fields get as their parent. Null at the root.</param>
/// <param name="path">Null at the root.</param>
internal sealed class ObjectNode(ObjectPlan plan, object? source, ResponsePath? path)
{
    public ObjectPlan Plan { get; } = plan;

    public object? Source { get; } = source;

    public ResponsePath? Path { get; } = path;

    /// <summary>
    /// What was resolved, by <see cref="FieldPlan.Slot"/>: an <see cref="ObjectNode"/>, a <see cref="ResolvedList"/>, a
    /// <see cref="StreamedList"/>, a <see cref="FieldFailure"/>, or a value with nothing to resolve below it.
    /// </summary>
    public object?[] Slots { get; } = plan.NeedsResolvers ? new object?[plan.SlotFields.Length] : [];
}

/// <summary>A list whose items are like <see cref="ObjectNode.Slots"/>.</summary>
internal sealed record ResolvedList(object?[] Items);

/// <summary>A list of which some items are delivered later.</summary>
/// <param name="Initial">The list that is written now, as in <see cref="ObjectNode.Slots"/>.</param>
/// <param name="InitialCount">The number of its items.</param>
/// <param name="Rest">The items after it, as they were given.</param>
internal sealed record StreamedList(object Initial, int InitialCount, object?[] Rest);

/// <summary>Stands where a value should be. Its errors enter the response when the place it stands in is written.</summary>
internal sealed record FieldFailure(IReadOnlyList<IError> Errors);
