namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>Tells the executor that keys are waiting. It dispatches when nothing else of the request can go on.</summary>
public interface IBatchScheduler
{
    /// <param name="dispatch">Sends one batch; called once.</param>
    void Schedule(Func<ValueTask> dispatch);
}
