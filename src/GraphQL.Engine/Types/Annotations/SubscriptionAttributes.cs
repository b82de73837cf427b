namespace Webox.GraphQL.Engine.Annotations;

/// <summary>A field of the subscription type.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SubscribeAttribute : Attribute
{
    /// <summary>Method of the same class that opens the source stream, an <c>IAsyncEnumerable&lt;T&gt;</c>. Null: the topic is the stream.</summary>
    public string? With { get; set; }
}

/// <summary>Name of the topic. <c>{argument}</c> stands for the value of that argument. Default: the name of the method.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Parameter)]
public sealed class TopicAttribute(string? name = null) : Attribute
{
    public string? Name { get; } = name;
}

/// <summary>The message that this response answers.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
