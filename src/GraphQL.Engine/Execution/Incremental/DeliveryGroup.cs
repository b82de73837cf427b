namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>A deferred fragment on one object of the response. The client is told of it once everything around it was delivered.</summary>
/// <param name="parent">The deferred fragment around it. Null: none.</param>
/// <param name="label">Null: it has none.</param>
internal sealed class DeliveryGroup(DeliveryGroup? parent, string? label, IReadOnlyList<object> path)
{
    public DeliveryGroup? Parent { get; } = parent;

    public string? Label { get; } = label;

    public IReadOnlyList<object> Path { get; } = path;

    /// <summary>Fragments inside of it.</summary>
    public List<DeliveryGroup> Children { get; } = [];

    /// <summary>What it waits for, delivered or not.</summary>
    public List<DeferredPart> Parts { get; } = [];

    /// <summary>How many of these are not done.</summary>
    public int Unfinished { get; set; }

    /// <summary>It is waited for: it was neither delivered nor given up.</summary>
    public bool IsKnown { get; set; }

    /// <summary>By which the client knows it. Null: it was not told yet.</summary>
    public string? Id { get; set; }
}
