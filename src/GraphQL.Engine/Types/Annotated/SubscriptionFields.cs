using System.Linq.Expressions;
using System.Reflection;
using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Subscriptions;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL.Engine.Types.Annotated;

/// <summary>Fields of the subscription type: how an event is answered, and where events come from.</summary>
internal sealed class SubscriptionFields(SchemaContext context)
{
    public Field FromMethod(MethodInfo method, FieldedType owner)
    {
        var attributes = Attributes.Of(method);
        var field = context.Fields.FromMethod(method, owner);
        var subscribe = attributes.Find<SubscribeAttribute>() ?? throw new SchemaException("A field of the subscription type has [Subscribe].");
        var subscriber = subscribe.With is { } with ? FromStream(method.DeclaringType!, with, field) : FromTopic(method, attributes, field);
        field.Subscriber = AuthorizationRules.Apply(AuthorizationRules.Of(method, attributes), subscriber);
        return field;
    }

    private SourceStreamResolver FromStream(Type type, string name, Field field)
    {
        var method = type.GetMethod(name, BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
            ?? throw new SchemaException($"There is no static method {name}.");
        var parameters = context.Fields.Bind(method, field);
        var open = ResolverCompiler.Compile(method, parameters);
        var box = SourceStreams.Boxing(NetTypes.AwaitedType(method.ReturnType) ?? method.ReturnType)
            ?? throw new SchemaException($"{name} returns no IAsyncEnumerable<T>.");
        return execution => SourceStreams.OpenAsync(open(execution), box);
    }

    private SourceStreamResolver FromTopic(MethodInfo method, Attributes attributes, Field field)
    {
        var parameters = context.Fields.Bind(method, field);
        var message = method.GetParameters().FirstOrDefault(parameter => parameter.IsDefined(typeof(EventMessageAttribute)))
            ?? throw new SchemaException("The method has no parameter with [EventMessage].");
        var given = parameters.FirstOrDefault(parameter => parameter.Parameter.IsDefined(typeof(TopicAttribute)));
        var name = given is null ? attributes.Find<TopicAttribute>()?.Name ?? method.Name : $"{{{given.Argument!.Name}}}";
        var topic = new TopicName(name, parameters);
        return typeof(SubscriptionFields).GetMethod(nameof(Subscriber), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(message.ParameterType)
            .CreateDelegate<Func<TopicName, SourceStreamResolver>>()(topic);
    }

    private static SourceStreamResolver Subscriber<T>(TopicName topic) => async execution =>
    {
        var receiver = ResolverValues.Service<ITopicEventReceiver>(execution);
        return SourceStreams.Box(await receiver.SubscribeAsync<T>(topic.For(execution), execution.RequestAborted));
    };

    /// <summary>The name of a topic, in which <c>{argument}</c> stands for a value.</summary>
    private sealed class TopicName
    {
        private readonly string _template;
        private readonly List<(string Placeholder, Func<ResolverContext, object?> Read)> _values;

        public TopicName(string template, IReadOnlyList<BoundParameter> parameters)
        {
            _template = template;
            _values = [.. parameters
                .Where(parameter => parameter.Argument is { } argument && template.Contains($"{{{argument.Name}}}", StringComparison.Ordinal))
                .Select(parameter => ($"{{{parameter.Argument!.Name}}}", Reader(parameter)))];
        }

        public string For(ResolverContext execution) => _values.Aggregate(_template, (name, value) =>
            name.Replace(value.Placeholder, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{value.Read(execution)}"), StringComparison.Ordinal));

        private static Func<ResolverContext, object?> Reader(BoundParameter parameter)
        {
            var execution = Expression.Parameter(typeof(ResolverContext));
            var value = parameter.Read(execution, Expression.Property(execution, nameof(ResolverContext.Arguments)));
            return Expression.Lambda<Func<ResolverContext, object?>>(Expression.Convert(value, typeof(object)), execution).Compile();
        }
    }
}
