using System.Linq.Expressions;
using System.Reflection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Makes a field of a property or method: its type, its arguments and how it is resolved.</summary>
internal sealed class FieldFactory(SchemaContext context)
{
    public Field FromProperty(PropertyInfo property, FieldedType owner, Type runtimeType)
    {
        var attributes = Attributes.Of(property);
        var name = SchemaNames.OfField(property, attributes);
        var isId = IdConvention.IsId(attributes) || (name == "id" && context.Nodes.IsNode(runtimeType));
        var field = New(name, context.Mapper.Output(context.Mapper.Nullability(property), attributes, isId), attributes, context.Descriptions.Of(property));

        var get = Getter(property);
        if (isId)
        {
            var encode = context.Ids.Encoder(property.PropertyType, IdConvention.TypeName(attributes) ?? owner.Name);
            var plain = get;
            get = parent => encode(plain(parent));
        }

        var rules = AuthorizationRules.Of(property, attributes);
        if (rules.Count == 0)
        {
            field.Getter = get;
            field.LeafWriter = isId ? null : LeafMemberWriters.Find(property, field.Type);
        }
        else
        {
            field.Resolver = AuthorizationRules.Apply(rules, execution => new ValueTask<object?>(get(ResolverValues.Parent<object>(execution))));
        }

        return field;
    }

    public Field FromMethod(MethodInfo method, FieldedType owner)
    {
        var attributes = Attributes.Of(method);
        if (attributes.Find<UsePagingAttribute>() is { } paging)
        {
            return context.Connections.Field(method, paging);
        }

        var isId = IdConvention.IsId(attributes);
        var type = context.Mapper.Output(context.Mapper.Nullability(method.ReturnParameter), attributes, isId);
        var field = New(SchemaNames.OfField(method, attributes), type, attributes, context.Descriptions.Of(method));
        var parameters = Bind(method, field);
        var encode = isId
            ? context.Ids.Encoder(NetTypes.AwaitedType(method.ReturnType) ?? method.ReturnType, IdConvention.TypeName(attributes) ?? owner.Name)
            : null;

        var rules = AuthorizationRules.Of(method, attributes);
        if (rules.Count == 0 && !SchemaContext.IsRoot(owner) && ResolverCompiler.FindGetter(method, parameters) is { } getter)
        {
            field.Getter = encode is null ? getter : parent => encode(getter(parent));
            return field;
        }

        if (rules.Count == 0 && encode is null && ResolverCompiler.FindTask(method, parameters) is { } task)
        {
            field.Resolver = task.AsFieldResolver();
            field.TaskResolver = task;
            return field;
        }

        var resolver = ResolverCompiler.Compile(method, parameters);
        field.Resolver = AuthorizationRules.Apply(rules, encode is null ? resolver : resolver.Select(encode));
        return field;
    }

    /// <summary>A field without arguments and resolver.</summary>
    public static Field New(string name, GraphType type, Attributes attributes, string? documentation) => new(name, type)
    {
        Description = attributes.Description ?? documentation,
        DeprecationReason = attributes.DeprecationReason,
    };

    /// <summary>Binds the parameters of <paramref name="method"/> and adds those that are arguments to <paramref name="field"/>.</summary>
    public IReadOnlyList<BoundParameter> Bind(MethodInfo method, Field field)
    {
        IReadOnlyList<BoundParameter> parameters = [.. method.GetParameters().Select(context.Parameters.Bind)];
        foreach (var argument in parameters.Select(parameter => parameter.Argument).OfType<InputValue>())
        {
            field.Arguments.TryAdd(argument.Name, argument);
        }

        return parameters;
    }

    private static Func<object, object?> Getter(PropertyInfo property)
    {
        var parent = Expression.Parameter(typeof(object));
        var read = Expression.Property(Expression.Convert(parent, property.DeclaringType!), property);
        return Expression.Lambda<Func<object, object?>>(Expression.Convert(read, typeof(object)), parent).Compile();
    }
}
