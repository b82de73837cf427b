using Webox.GraphQL.Engine.Execution.Plans;

namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>
/// What is met while a part of the response is written and is to come later. Where a null takes the place of a half-written object,
/// what was met in it is forgotten.
/// </summary>
/// <param name="room">How many may be met.</param>
internal sealed class FoundParts(OperationExecution execution, int room)
{
    private readonly List<(DeliveryGroup Group, int Position)> _groups = [];
    private readonly List<(DeferredPart Part, int Position)> _deferred = [];
    private readonly List<(StreamPart Part, int Position)> _streams = [];

    /// <summary>The deferred fragments around the place that is being written.</summary>
    public DeliveryScope? Scope { get; set; }

    public IEnumerable<DeliveryGroup> Groups => _groups.Select(found => found.Group);

    public IEnumerable<DeferredPart> Deferred => _deferred.Select(found => found.Part);

    public IEnumerable<StreamPart> Streams => _streams.Select(found => found.Part);

    /// <param name="source">The object that the fragments are on.</param>
    /// <param name="position">Where in the buffer the object begins.</param>
    /// <exception cref="GraphQLException">There are too many.</exception>
    public void Defer(DeferPlan plan, object? source, PathStack place, int position)
    {
        RequireRoom(plan.Usages.Count);
        var path = place.ToList();
        foreach (var usage in plan.Usages)
        {
            var parent = usage.Parent is { } around ? DeliveryScope.Find(Scope, around) : null;
            var group = new DeliveryGroup(parent, usage.Label, path);
            Scope = new DeliveryScope(usage, group, Scope);
            _groups.Add((group, position));
        }

        foreach (var fields in plan.Parts)
        {
            var groups = fields.Usages.Select(usage => DeliveryScope.Find(Scope, usage)).ToList();
            _deferred.Add((new DeferredPart(execution, groups, fields.Plan, source, path, Scope!), position));
        }
    }

    /// <param name="position">Where in the buffer the items end that are there already.</param>
    /// <exception cref="GraphQLException">There are too many.</exception>
    public void Stream(StreamPlan plan, StreamedList list, PathStack place, int position)
    {
        RequireRoom(1);
        _streams.Add((new StreamPart(execution, plan, list.Rest, list.InitialCount, place.ToList()), position));
    }

    /// <summary>Nothing counts that was met from there on.</summary>
    public void Forget(int position)
    {
        _groups.RemoveAll(found => found.Position >= position);
        _deferred.RemoveAll(found => found.Position >= position);
        _streams.RemoveAll(found => found.Position >= position);
    }

    private void RequireRoom(int more)
    {
        if (_groups.Count + _streams.Count + more > room)
        {
            throw new GraphQLException(new Error
            {
                Message = "More parts of the response are outstanding than allowed.",
                Code = ErrorCodes.TooManyPendingParts,
            });
        }
    }
}
