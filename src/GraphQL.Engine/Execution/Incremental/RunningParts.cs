namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>The parts of a response that were begun and are not delivered.</summary>
internal sealed class RunningParts
{
    private readonly List<Part> _running = [];
    private readonly List<Part> _abandoned = [];

    /// <summary>No part waits for a resolver.</summary>
    public bool IsIdle => _running.TrueForAll(part => part.IsDone);

    /// <summary>A part has lost resolvers that gave up because the request is over.</summary>
    public bool IsCut => _running.Exists(part => part.IsCut);

    /// <summary>Completes when no resolver of a part that was abandoned runs any more.</summary>
    public Task Drained => Task.WhenAll(_abandoned.Select(part => part.Drained));

    public IReadOnlyList<Part> Done => _running.FindAll(part => part.IsDone);

    public void Add(Part part) => _running.Add(part);

    /// <returns>False when it was abandoned.</returns>
    public bool Take(Part part) => _running.Remove(part);

    /// <summary>Calls the resolvers of all objects that are ready. Call it inside the scope of the loop.</summary>
    public void StartReady()
    {
        foreach (var part in _running)
        {
            part.StartReady();
        }
    }

    public void Abandon(Part part)
    {
        if (_running.Remove(part))
        {
            part.Abandon();
            _abandoned.Add(part);
        }
    }

    public void AbandonAll()
    {
        foreach (var part in _running.ToList())
        {
            Abandon(part);
        }
    }
}
