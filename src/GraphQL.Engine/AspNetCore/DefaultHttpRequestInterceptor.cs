using Microsoft.AspNetCore.Http;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>Hands the executor the signed-in user and the services of the HTTP request.</summary>
public class DefaultHttpRequestInterceptor : IHttpRequestInterceptor
{
    public virtual ValueTask OnCreateAsync(
        HttpContext context,
        IRequestExecutor requestExecutor,
        OperationRequestBuilder requestBuilder,
        CancellationToken cancellationToken)
    {
        requestBuilder.TryAddGlobalState(GlobalStateKeys.User, context.User);
        requestBuilder.SetServices(context.RequestServices);
        return ValueTask.CompletedTask;
    }
}
