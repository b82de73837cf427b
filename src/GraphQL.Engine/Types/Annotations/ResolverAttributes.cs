namespace Webox.GraphQL.Engine.Annotations;

/// <summary>The object the field is selected on.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute;

/// <summary>An <c>ID</c> of any type of the schema.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IDAttribute : Attribute;

/// <summary>An <c>ID</c> of the type made from <typeparamref name="T"/>: opaque to clients, an id of another type is refused.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.Method)]
public sealed class IDAttribute<T> : Attribute;

/// <summary>The object type implements <c>Node</c>. Stands on a class with <see cref="ExtendObjectTypeAttribute{T}"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NodeAttribute : Attribute;

/// <summary>Finds the object by the value of its id, for <c>node(id:)</c>. The first parameter is the id.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeResolverAttribute : Attribute;

/// <summary>The field is a connection: <c>first, after, last, before</c> are added, the method returns <c>Connection&lt;T&gt;</c> and may take <c>PagingArguments</c>.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UsePagingAttribute : Attribute
{
    /// <summary>Default: 50.</summary>
    public int MaxPageSize { get; set; } = 50;

    /// <summary>Default: 10.</summary>
    public int DefaultPageSize { get; set; } = 10;

    /// <summary>Adds <c>totalCount</c>. Default: no.</summary>
    public bool IncludeTotalCount { get; set; }

    /// <summary>Adds <c>last</c> and <c>before</c>. Default: yes.</summary>
    public bool AllowBackwardPagination { get; set; } = true;

    /// <summary>The name before <c>Connection</c>. Default: the name of the item type.</summary>
    public string? ConnectionName { get; set; }
}

/// <summary>Needs a signed-in user (<c>UNAUTHENTICATED</c> otherwise) with one of the roles and the policy (<c>FORBIDDEN</c> otherwise).</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Property | AttributeTargets.Class, AllowMultiple = true)]
public sealed class AuthorizeAttribute : Attribute
{
    public AuthorizeAttribute()
    {
    }

    public AuthorizeAttribute(string policy) => Policy = policy;

    /// <summary>Name of an ASP.NET Core authorization policy.</summary>
    public string? Policy { get; set; }

    /// <summary>One of these is enough.</summary>
    public string[]? Roles { get; set; }
}

/// <summary>A value of the request's global state.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GlobalStateAttribute(string key) : Attribute
{
    public string Key { get; } = key;
}
