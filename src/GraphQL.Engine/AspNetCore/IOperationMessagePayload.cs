namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>The payload of a client's message.</summary>
public interface IOperationMessagePayload
{
    /// <summary>The payload read as <typeparamref name="T"/>, camel case. Null when there is none or when it does not fit.</summary>
    T? As<T>()
        where T : class;
}
