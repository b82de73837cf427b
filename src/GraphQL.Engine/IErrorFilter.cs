namespace Webox.GraphQL.Engine;

/// <summary>Sees every error before it enters a response, and may change it.</summary>
public interface IErrorFilter
{
    IError OnError(IError error);
}

/// <summary>A filter that is one function.</summary>
public sealed class DelegateErrorFilter(Func<IError, IError> filter) : IErrorFilter
{
    public IError OnError(IError error) => filter(error);
}
