using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Plans;

/// <summary>What a selection comes to on one object type: its response keys in their order.</summary>
internal sealed class ObjectPlan(ObjectType type, FieldPlan[] fields)
{
    public ObjectType Type { get; } = type;

    public FieldPlan[] Fields { get; } = fields;

    /// <summary>The fields that have work to do before the response is written, in their order.</summary>
    public FieldPlan[] SlotFields { get; } = [.. fields.Where(field => field.Slot >= 0)];

    /// <summary>What of the object comes later. Null: nothing.</summary>
    public DeferPlan? Defer { get; init; }

    public bool NeedsResolvers => SlotFields.Length > 0;
}
