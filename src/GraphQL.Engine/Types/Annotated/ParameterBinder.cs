using System.Linq.Expressions;
using System.Reflection;
using System.Security.Claims;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.DataLoaders;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Types.Pagination;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>A parameter of a resolver and where its value comes from.</summary>
/// <param name="Argument">Null: it is no argument of the field.</param>
/// <param name="Read">Reads the value, given the <see cref="ResolverContext"/> and the dictionary of arguments.</param>
internal sealed record BoundParameter(ParameterInfo Parameter, InputValue? Argument, Func<Expression, Expression, Expression> Read)
{
    public bool IsParent { get; init; }
}

/// <summary>Decides what a parameter of a resolver is. What is nothing else is an argument.</summary>
internal sealed class ParameterBinder(SchemaContext context)
{
    public BoundParameter Bind(ParameterInfo parameter)
    {
        var attributes = Attributes.Of(parameter);
        var type = parameter.ParameterType;
        if (attributes.Has<ParentAttribute>())
        {
            return From(parameter, nameof(ResolverValues.Parent)) with { IsParent = true };
        }

        if (attributes.Has<EventMessageAttribute>())
        {
            return From(parameter, nameof(ResolverValues.EventMessage));
        }

        if (attributes.Find<GlobalStateAttribute>() is { } state)
        {
            return From(parameter, nameof(ResolverValues.GlobalState), Expression.Constant(state.Key));
        }

        if (type == typeof(CancellationToken))
        {
            return new BoundParameter(parameter, null, (execution, _) => Expression.Property(execution, nameof(ResolverContext.RequestAborted)));
        }

        if (type == typeof(ResolverContext))
        {
            return new BoundParameter(parameter, null, (execution, _) => execution);
        }

        if (type == typeof(ClaimsPrincipal))
        {
            return new BoundParameter(parameter, null, (execution, _) => Call(nameof(ResolverValues.User), execution));
        }

        if (type == typeof(PagingArguments))
        {
            return new BoundParameter(parameter, null, (execution, _) => Call(nameof(ResolverValues.Paging), execution));
        }

        if (type.IsAssignableTo(typeof(IDataLoader)))
        {
            return From(parameter, nameof(ResolverValues.DataLoader));
        }

        return attributes.Has<ServiceAttribute>() || IsService(type) ? From(parameter, nameof(ResolverValues.Service)) : BindArgument(parameter);
    }

    /// <param name="name">Null: the parameter's own.</param>
    public BoundParameter BindArgument(ParameterInfo parameter, string? name = null)
    {
        var attributes = Attributes.Of(parameter);
        var argument = context.InputTypes.Value(parameter, attributes, name ?? SchemaNames.OfArgument(parameter, attributes));
        var convert = context.InputTypes.Conversion(parameter.ParameterType, attributes);
        return Argument(parameter, argument, convert);
    }

    /// <summary>The first parameter of a node resolver: the value in the argument <c>id</c>.</summary>
    public BoundParameter BindNodeId(ParameterInfo parameter, string typeName) =>
        Argument(
            parameter,
            new InputValue("id", new NonNullType(context.Leaves.Id)),
            ValueConversion.To(parameter.ParameterType, context.Ids.Decoder(parameter.ParameterType, typeName)));

    private static BoundParameter Argument(ParameterInfo parameter, InputValue argument, Func<object?, object?> convert)
    {
        var absent = DefaultValues.Of(parameter, Attributes.Of(parameter));
        return new BoundParameter(parameter, argument, (_, arguments) =>
            ArgumentReader.ReadExpression(arguments, argument.Name, parameter.ParameterType, convert, absent));
    }

    private static BoundParameter From(ParameterInfo parameter, string method, params IReadOnlyList<Expression> more) =>
        new(parameter, null, (execution, _) => Expression.Call(typeof(ResolverValues), method, [parameter.ParameterType], [execution, .. more]));

    private static MethodCallExpression Call(string method, Expression execution) => Expression.Call(typeof(ResolverValues), method, null, execution);

    private bool IsService(Type type)
    {
        if (type == typeof(IServiceProvider))
        {
            return true;
        }

        // The container can make an (empty) sequence of anything; that does not make every list argument a service.
        var service = type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IEnumerable<>) ? type.GetGenericArguments()[0] : type;
        return context.Services?.IsService(service) ?? false;
    }
}
