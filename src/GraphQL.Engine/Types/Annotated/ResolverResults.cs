using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Results of resolvers as objects, without waiting where there is nothing to wait for.</summary>
internal static class ResolverResults
{
    public static ValueTask<object?> Box<T>(Task<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.GetAwaiter().GetResult()) : AwaitAsync(task);

        static async ValueTask<object?> AwaitAsync(Task<T> task) => await task;
    }

    public static ValueTask<object?> Box<T>(ValueTask<T> task)
    {
        return task.IsCompletedSuccessfully ? new ValueTask<object?>(task.Result) : AwaitAsync(task);

        static async ValueTask<object?> AwaitAsync(ValueTask<T> task) => await task;
    }

    /// <summary>The value of a task that has succeeded.</summary>
    public static object? Read<T>(Task task) => ((Task<T>)task).GetAwaiter().GetResult();

    /// <summary>Changes what <paramref name="resolver"/> gives.</summary>
    public static FieldResolver Select(this FieldResolver resolver, Func<object?, object?> change)
    {
        return context =>
        {
            var task = resolver(context);
            return task.IsCompletedSuccessfully ? new ValueTask<object?>(change(task.Result)) : AwaitAsync(task, change);
        };

        static async ValueTask<object?> AwaitAsync(ValueTask<object?> task, Func<object?, object?> change) => change(await task);
    }
}
