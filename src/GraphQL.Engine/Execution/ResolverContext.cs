using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>Resolves one field of one object. A finished <see cref="ValueTask"/> costs nothing; use it where there is nothing to wait for.</summary>
public delegate ValueTask<object?> FieldResolver(ResolverContext context);

/// <summary>Opens the source stream of a subscription: each item becomes the event message of one response.</summary>
public delegate ValueTask<IAsyncEnumerable<object?>> SourceStreamResolver(ResolverContext context);

/// <summary>What a resolver may know of the request and of the field it resolves.</summary>
public abstract class ResolverContext
{
    /// <summary>The object the field is selected on. Null at the root.</summary>
    public abstract object? Parent { get; }

    public abstract Schema Schema { get; }

    public abstract Field Field { get; }

    /// <summary>
    /// Coerced arguments by schema name, defaults included; an absent one has no key. Values are: null; what the scalar's
    /// parse gave; an enum's <see cref="EnumValue.RuntimeValue"/>; <c>object?[]</c> for a list; what
    /// <see cref="InputObjectType.CreateInstance"/> made, or a dictionary.
    /// </summary>
    public abstract IReadOnlyDictionary<string, object?> Arguments { get; }

    /// <summary>
    /// Scoped services: a scope of its own for each field of a query or an event, one scope for all root fields of a mutation,
    /// which run one after another. Disposed when the field (the mutation) is done.
    /// </summary>
    public abstract IServiceProvider Services { get; }

    /// <summary>The services of the request: where DataLoaders live.</summary>
    public abstract IServiceProvider RequestServices { get; }

    /// <summary>Canceled when the client leaves or the request takes too long.</summary>
    public abstract CancellationToken RequestAborted { get; }

    /// <summary>State of the whole request, set by interceptors. The signed-in user is under <see cref="GlobalStateKeys.User"/>.</summary>
    public abstract IDictionary<string, object?> GlobalState { get; }

    /// <summary>The message of the source stream that this response answers. Null outside subscriptions.</summary>
    public abstract object? EventMessage { get; }

    /// <summary>Response keys and list indices from the root to this field.</summary>
    public abstract IReadOnlyList<object> Path { get; }

    /// <summary>Whether a field of that name is selected directly below this field, on any type. So a connection can skip its count.</summary>
    public abstract bool IsSelected(string fieldName);
}

public static class GlobalStateKeys
{
    /// <summary>The <see cref="System.Security.Claims.ClaimsPrincipal"/> of the request.</summary>
    public const string User = "User";
}
