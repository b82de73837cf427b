namespace Webox.GraphQL.Engine;

/// <summary>Sees every error before it is sent, and may change it. Filters run in the order of registration.</summary>
public interface IErrorFilter
{
    IError OnError(IError error);
}
