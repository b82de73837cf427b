using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.DataLoaders;

/// <summary>
/// Gives batches to the request that the caller runs in, which sends them when none of its resolvers can go on. Outside
/// a request there is nothing to wait for: the batch is sent from the thread pool at once.
/// </summary>
public sealed class BatchScheduler : IBatchScheduler
{
    public void Schedule(Func<ValueTask> dispatch)
    {
        if (RequestLoop.Current is { } loop)
        {
            loop.Schedule(dispatch);
        }
        else
        {
            RequestLoop.DispatchOnPool(dispatch);
        }
    }
}
