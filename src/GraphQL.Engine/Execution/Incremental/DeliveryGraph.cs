namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>Which deferred fragments stand in which, and which parts each of them waits for.</summary>
internal sealed class DeliveryGraph
{
    /// <summary>Fragments and streams that are waited for, whether or not the client knows of them.</summary>
    public int Outstanding { get; private set; }

    /// <summary>Takes what was met while a part was written.</summary>
    /// <param name="within">That part. Null: the response itself, or an item of a streamed list.</param>
    /// <param name="urgent">Gets the parts that a fragment waits for which the client knows of.</param>
    /// <returns>What the client may learn of at once.</returns>
    public News Add(FoundParts found, DeferredPart? within, List<DeferredPart> urgent)
    {
        var news = new News();
        foreach (var group in found.Groups.Where(group => group.Parent?.IsKnown != false))
        {
            group.IsKnown = true;
            Outstanding++;
            (group.Parent?.Children ?? news.Groups).Add(group);
        }

        foreach (var part in found.Deferred)
        {
            foreach (var group in part.Groups.Where(group => group.IsKnown))
            {
                group.Parts.Add(part);
                group.Unfinished++;
            }

            if (part.Groups.Any(group => group.Id is not null))
            {
                urgent.Add(part);
            }
        }

        (within?.Streams ?? news.Streams).AddRange(found.Streams);
        Outstanding += found.Streams.Count();
        return new News { Groups = Prune(news.Groups), Streams = news.Streams };
    }

    /// <summary>A fragment was delivered, or has nothing to wait for.</summary>
    /// <returns>Those inside of it, of which the client may learn now.</returns>
    public List<DeliveryGroup> Complete(DeliveryGroup group)
    {
        Forget(group);
        return Prune(group.Children);
    }

    public void CompleteStream() => Outstanding--;

    /// <summary>A fragment failed, and takes those inside of it along.</summary>
    /// <returns>The parts that nobody waits for any more.</returns>
    public IReadOnlyList<DeferredPart> GiveUp(DeliveryGroup group)
    {
        Forget(group);
        var needless = group.Parts.FindAll(part => !part.Groups.Any(other => other.IsKnown));
        foreach (var part in needless)
        {
            Detach(part);
            Outstanding -= part.Streams.Count;
        }

        return [.. needless, .. group.Children.FindAll(child => child.IsKnown).SelectMany(GiveUp)];
    }

    /// <summary>A part was delivered.</summary>
    public static void Detach(DeferredPart part)
    {
        foreach (var group in part.Groups)
        {
            group.Parts.Remove(part);
        }
    }

    /// <summary>Leaves out fragments of which nothing is to come, in favor of those inside of them.</summary>
    private List<DeliveryGroup> Prune(List<DeliveryGroup> groups)
    {
        var left = new List<DeliveryGroup>();
        foreach (var group in groups.Where(group => group.IsKnown))
        {
            if (group.Parts.Count > 0)
            {
                left.Add(group);
            }
            else
            {
                left.AddRange(Complete(group));
            }
        }

        return left;
    }

    private void Forget(DeliveryGroup group)
    {
        group.IsKnown = false;
        Outstanding--;
    }
}

/// <summary>What the client learns of by one event.</summary>
internal sealed class News
{
    public List<DeliveryGroup> Groups { get; init; } = [];

    public List<StreamPart> Streams { get; init; } = [];
}
