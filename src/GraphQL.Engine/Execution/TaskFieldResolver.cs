namespace Webox.GraphQL.Engine.Execution;

/// <summary>A <see cref="FieldResolver"/> in two steps, for methods that return a task: one that waits costs no state machine.</summary>
/// <param name="Start">Calls the method.</param>
/// <param name="Result">Reads the value of the task that <paramref name="Start"/> gave, once that has succeeded.</param>
internal sealed record TaskFieldResolver(Func<ResolverContext, Task> Start, Func<Task, object?> Result)
{
    public FieldResolver AsFieldResolver()
    {
        return context =>
        {
            var task = Start(context);
            return task.IsCompletedSuccessfully ? new ValueTask<object?>(Result(task)) : AwaitAsync(task, Result);
        };

        static async ValueTask<object?> AwaitAsync(Task task, Func<Task, object?> result)
        {
            await task;
            return result(task);
        }
    }
}
