using System.Linq.Expressions;
using System.Reflection;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Compiles the call of a method into a delegate: nothing is reflected on while requests run.</summary>
internal static class ResolverCompiler
{
    private static readonly MethodInfo ReadMethod = typeof(ResolverResults).GetMethod(nameof(ResolverResults.Read))!;
    private static readonly ConstructorInfo FinishedTask = typeof(ValueTask<object?>).GetConstructor([typeof(object)])!;

    /// <param name="arguments">Where the arguments are, given the context. Null: in its <see cref="ResolverContext.Arguments"/>.</param>
    public static FieldResolver Compile(
        MethodInfo method, IReadOnlyList<BoundParameter> parameters, Func<Expression, Expression>? arguments = null)
    {
        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var values = arguments?.Invoke(context) ?? Expression.Property(context, nameof(ResolverContext.Arguments));
        return Expression.Lambda<FieldResolver>(AsValueTask(Call(method, parameters, context, values)), method.Name, [context]).Compile();
    }

    /// <summary>A method that returns a <see cref="Task{T}"/>. Null: it returns something else.</summary>
    public static TaskFieldResolver? FindTask(MethodInfo method, IReadOnlyList<BoundParameter> parameters)
    {
        if (!method.ReturnType.IsGenericType || method.ReturnType.GetGenericTypeDefinition() != typeof(Task<>))
        {
            return null;
        }

        var context = Expression.Parameter(typeof(ResolverContext), "context");
        var call = Call(method, parameters, context, Expression.Property(context, nameof(ResolverContext.Arguments)));
        var start = Expression.Lambda<Func<ResolverContext, Task>>(Expression.Convert(call, typeof(Task)), method.Name, [context]).Compile();
        var result = ReadMethod.MakeGenericMethod(method.ReturnType.GetGenericArguments()).CreateDelegate<Func<Task, object?>>();
        return new TaskFieldResolver(start, result);
    }

    /// <summary>A method of its parent alone that gives its value at once. Null: it needs more.</summary>
    public static Func<object, object?>? FindGetter(MethodInfo method, IReadOnlyList<BoundParameter> parameters)
    {
        if (NetTypes.AwaitedType(method.ReturnType) is not null || method.ReturnType == typeof(void) || parameters.Any(parameter => !parameter.IsParent))
        {
            return null;
        }

        var parent = Expression.Parameter(typeof(object), "parent");
        var instance = method.IsStatic ? null : Expression.Convert(parent, method.DeclaringType!);
        var call = Expression.Call(instance, method, parameters.Select(parameter => Expression.Convert(parent, parameter.Parameter.ParameterType)));
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(call, typeof(object)), method.Name, [parent]).Compile();
    }

    private static MethodCallExpression Call(
        MethodInfo method, IReadOnlyList<BoundParameter> parameters, ParameterExpression context, Expression arguments)
    {
        var instance = method.IsStatic ? null : Expression.Call(typeof(ResolverValues), nameof(ResolverValues.Parent), [method.DeclaringType!], context);
        return Expression.Call(instance, method, parameters.Select(parameter => parameter.Read(context, arguments)));
    }

    private static Expression AsValueTask(Expression call)
    {
        if (NetTypes.AwaitedType(call.Type) is not { } result)
        {
            return Expression.New(FinishedTask, Expression.Convert(call, typeof(object)));
        }

        return Expression.Call(typeof(ResolverResults), nameof(ResolverResults.Box), [result], call);
    }
}
