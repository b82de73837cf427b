namespace Webox.GraphQL.Engine.Annotations;

/// <summary>
/// A refusal of the mutation. <typeparamref name="T"/> is the exception it throws, or a class with a static
/// <c>CreateErrorFrom(exception)</c> for each exception it stands for. It becomes a member of the payload's <c>errors</c>:
/// <c>FooException</c> is <c>FooError</c> with the exception's own public properties.
/// </summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<T> : Attribute;

/// <summary>Where a mutation departs from the naming conventions.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class UseMutationConventionAttribute : Attribute
{
    /// <summary>Default: <c>{Mutation}Input</c>.</summary>
    public string? InputTypeName { get; set; }

    /// <summary>Default: <c>{Mutation}Payload</c>.</summary>
    public string? PayloadTypeName { get; set; }

    /// <summary>Default: the name of the result's type.</summary>
    public string? PayloadFieldName { get; set; }

    /// <summary>Default: <c>{Mutation}Error</c>. Mutations that share a name share the union, and must declare the same errors.</summary>
    public string? PayloadErrorTypeName { get; set; }
}
