using Webox.GraphQL.Engine.Execution.Results;

namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>
/// What of one response is still to come, and in which order the client may learn of it: a deferred fragment once all fragments
/// around it were delivered, fields that several fragments share with the first of these, a fragment when all of its fields are there.
/// https://github.com/graphql/graphql-spec/pull/1110 (YieldIncrementalResults)
/// </summary>
internal sealed class PendingDelivery(IncrementalDeliveryOptions options)
{
    /// <summary>Those that the client knows of.</summary>
    private readonly List<DeliveryGroup> _groups = [];
    private readonly List<StreamPart> _streams = [];

    /// <summary>Parts that are done, and wait for others that are delivered with them.</summary>
    private readonly List<PartResult> _results = [];
    private readonly DeliveryGraph _graph = new();
    private int _nextId;

    public RunningParts Running { get; } = new();

    /// <summary>Nothing is to come.</summary>
    public bool IsOver => _groups.Count == 0 && _streams.Count == 0;

    /// <summary>How many more may be outstanding.</summary>
    public int RoomLeft => Math.Max(options.PendingPartsMax - _graph.Outstanding, 0);

    /// <summary>Takes what the first response left out, and tells of it there. Nothing is executed yet.</summary>
    public void Begin(FoundParts found, JsonBuffer response)
    {
        using var payload = new PayloadWriter();
        var news = _graph.Add(found, within: null, urgent: []);
        Announce(news, payload);
        _groups.AddRange(news.Groups);
        _streams.AddRange(news.Streams);
        if (!IsOver)
        {
            payload.WritePending(response);
        }
    }

    /// <summary>Begins to execute what the first response has announced.</summary>
    public void Start()
    {
        foreach (var part in _groups.SelectMany(group => group.Parts))
        {
            Start(part);
        }

        _streams.ForEach(Start);
    }

    /// <summary>Takes the parts that are done.</summary>
    /// <returns>False when none is.</returns>
    public bool Collect(PayloadWriter payload)
    {
        var done = Running.Done;
        foreach (var part in done)
        {
            // One that was done before it may have made this one needless.
            if (!Running.Take(part))
            {
                continue;
            }

            if (part is DeferredPart deferred)
            {
                Collect(deferred, payload);
            }
            else
            {
                Collect((StreamPart)part, payload);
            }
        }

        return done.Count > 0;
    }

    /// <summary>Gives up all that is to come, for one reason.</summary>
    public void Fail(IError error, PayloadWriter payload)
    {
        foreach (var id in _groups.Select(group => group.Id).Concat(_streams.Select(stream => stream.Id)))
        {
            payload.AddCompleted(id!, [error]);
        }

        Abandon();
    }

    /// <summary>Nobody waits for anything any more.</summary>
    public void Abandon()
    {
        _groups.Clear();
        _streams.Clear();
        Running.AbandonAll();
        _results.ForEach(result => result.Dispose());
        _results.Clear();
    }

    private void Collect(DeferredPart part, PayloadWriter payload)
    {
        var result = part.Write(RoomLeft);
        if (result.Failure is not null)
        {
            Fail(part, payload);
            return;
        }

        _results.Add(result);
        var urgent = new List<DeferredPart>();
        _graph.Add(result.Found, part, urgent);
        urgent.ForEach(Start);
        var news = new News();
        foreach (var group in part.Groups.Where(group => group.IsKnown))
        {
            group.Unfinished--;
            FinishIfComplete(group, news, payload);
        }

        Start(news, payload);
    }

    private void Collect(StreamPart stream, PayloadWriter payload)
    {
        using var result = stream.Write(RoomLeft);
        if (result.Json is not null)
        {
            var news = _graph.Add(result.Found, within: null, urgent: []);
            payload.AddItems(stream.Id!, result);
            Announce(news, payload);
            Start(news, payload);
        }

        if (result.Failure is null && stream.HasMore)
        {
            Start(stream);
            return;
        }

        payload.AddCompleted(stream.Id!, result.Failure ?? []);
        _streams.Remove(stream);
        _graph.CompleteStream();
    }

    private void Announce(News news, PayloadWriter payload)
    {
        foreach (var group in news.Groups)
        {
            group.Id = $"{_nextId++}";
            payload.AddPending(group.Id, group.Path, group.Label);
        }

        foreach (var stream in news.Streams)
        {
            stream.Id = $"{_nextId++}";
            payload.AddPending(stream.Id, stream.Path, stream.Label);
        }
    }

    private void Start(News news, PayloadWriter payload)
    {
        // Both lists may grow on the way.
        for (var i = 0; i < news.Groups.Count; i++)
        {
            var group = news.Groups[i];
            _groups.Add(group);
            foreach (var part in group.Parts.ToList())
            {
                // It was done in the name of another fragment.
                if (part.Result is { Failure: not null })
                {
                    Fail(part, payload);
                }
                else
                {
                    Start(part);
                }
            }

            FinishIfComplete(group, news, payload);
        }

        foreach (var stream in news.Streams)
        {
            _streams.Add(stream);
            Start(stream);
        }
    }

    private void Start(DeferredPart part)
    {
        if (!part.IsStarted)
        {
            part.Start();
            Running.Add(part);
        }
    }

    private void Start(StreamPart stream)
    {
        stream.Start(options.StreamItemsAtOnce);
        Running.Add(stream);
    }

    private void FinishIfComplete(DeliveryGroup group, News news, PayloadWriter payload)
    {
        if (group.Unfinished > 0 || !_groups.Remove(group))
        {
            return;
        }

        var streams = new List<StreamPart>();
        foreach (var part in group.Parts.ToList())
        {
            Deliver(part, group, payload);
            streams.AddRange(part.Streams);
            DeliveryGraph.Detach(part);
        }

        payload.AddCompleted(group.Id!, []);
        group.Id = null;
        var inside = new News { Groups = _graph.Complete(group), Streams = streams };
        Announce(inside, payload);
        news.Groups.AddRange(inside.Groups);
        news.Streams.AddRange(inside.Streams);
    }

    /// <summary>In the name of the innermost fragment that the client knows of, so that the way from there is short.</summary>
    private void Deliver(DeferredPart part, DeliveryGroup group, PayloadWriter payload)
    {
        var nearest = part.Groups.Where(other => other.Id is not null).Aggregate(group, (best, other) => other.Path.Count > best.Path.Count ? other : best);
        payload.AddData(nearest.Id!, part.Result!, [.. part.Path.Skip(nearest.Path.Count)]);
        part.Result!.Dispose();
        _results.Remove(part.Result);
    }

    private void Fail(DeferredPart part, PayloadWriter payload)
    {
        foreach (var group in part.Groups.Where(_groups.Contains).ToList())
        {
            payload.AddCompleted(group.Id!, part.Result!.Failure!);
            _groups.Remove(group);
            group.Id = null;
            foreach (var needless in _graph.GiveUp(group))
            {
                Running.Abandon(needless);
            }
        }
    }
}
