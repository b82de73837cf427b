using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features.Authentication;
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
        // Asking the context itself would make a user where nobody has signed in.
        if (context.Features.Get<IHttpAuthenticationFeature>()?.User is { } user)
        {
            requestBuilder.TryAddGlobalState(GlobalStateKeys.User, user);
        }

        requestBuilder.SetServices(context.RequestServices);
        return ValueTask.CompletedTask;
    }
}
