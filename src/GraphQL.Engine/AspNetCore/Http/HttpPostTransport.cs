using Microsoft.AspNetCore.Http;
using Webox.GraphQL.Engine.Execution;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>
/// POST with a JSON body. Only <c>application/json</c>: a foreign page cannot send that without asking first, so it is also the
/// protection against forged requests. https://graphql.github.io/graphql-over-http/draft/#sec-POST
/// </summary>
internal sealed class HttpPostTransport(GraphQLServerOptions options, HttpRequestRunner runner) : IHttpTransport
{
    public bool Supports(HttpContext context) => HttpMethods.IsPost(context.Request.Method);

    public async Task HandleAsync(HttpContext context)
    {
        var accepted = AcceptedMediaTypes.Of(context.Request, runner.DeliversIncrementally);
        using var document = await JsonBody.ReadAsync(context.Request, options);
        await runner.RunAsync(context, RequestParameters.Read(document.RootElement), accepted, OperationTypes.Query | OperationTypes.Mutation);
    }
}
