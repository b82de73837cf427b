using System.Linq.Expressions;
using System.Reflection;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Types.Conventions;

/// <summary>The errors a mutation declares, and which exceptions become which.</summary>
internal sealed class MutationErrors
{
    private readonly List<(Type Exception, Func<Exception, object> Create)> _creators = [];

    /// <param name="declared">Exceptions, and classes with a static <c>CreateErrorFrom(exception)</c>.</param>
    public MutationErrors(IEnumerable<Type> declared)
    {
        foreach (var type in declared)
        {
            if (type.IsAssignableTo(typeof(Exception)))
            {
                _creators.Add((type, exception => new DeclaredError(exception)));
                continue;
            }

            var factories = type.GetMethods(BindingFlags.Public | BindingFlags.Static)
                .Where(method => method.Name == "CreateErrorFrom" && method.GetParameters() is [var only] && only.ParameterType.IsAssignableTo(typeof(Exception)))
                .ToList();
            if (factories.Count == 0)
            {
                throw new SchemaException($"{type} is no error: it is neither an exception nor has it a static CreateErrorFrom(exception).");
            }

            _creators.AddRange(factories.Select(factory => (factory.GetParameters()[0].ParameterType, Compile(factory))));
        }
    }

    /// <summary>
    /// The declared errors that <paramref name="exception"/> stands for; an <see cref="AggregateException"/> stands for all it holds. Null: it is
    /// not declared.
    /// </summary>
    public IReadOnlyList<object>? Find(Exception exception)
    {
        if (FindOne(exception) is { } error)
        {
            return [error];
        }

        if (exception is not AggregateException { InnerExceptions: { Count: > 0 } inner })
        {
            return null;
        }

        var errors = inner.Select(FindOne).OfType<object>().ToList();
        return errors.Count == inner.Count ? errors : null;
    }

    /// <summary>Of the type made from an exception class.</summary>
    public static Field MessageField() =>
        new("message", new NonNullType(BuiltInScalars.String)) { Getter = error => ((Exception)error).Message };

    /// <summary>Lets getters of an exception class read it where it is a value.</summary>
    public static void Unwrap(FieldedType type)
    {
        foreach (var field in type.Fields.Values)
        {
            if (field.Getter is { } get)
            {
                field.Getter = error => get(DeclaredError.Unwrap(error));
            }
        }
    }

    private object? FindOne(Exception exception)
    {
        Func<Exception, object>? create = null;
        foreach (var creator in _creators)
        {
            if (creator.Exception == exception.GetType())
            {
                create = creator.Create;
                break;
            }

            if (create is null && creator.Exception.IsInstanceOfType(exception))
            {
                create = creator.Create;
            }
        }

        return create?.Invoke(exception);
    }

    private static Func<Exception, object> Compile(MethodInfo factory)
    {
        var exception = Expression.Parameter(typeof(Exception));
        var call = Expression.Call(factory, Expression.Convert(exception, factory.GetParameters()[0].ParameterType));
        return Expression.Lambda<Func<Exception, object>>(Expression.Convert(call, typeof(object)), exception).Compile();
    }
}
