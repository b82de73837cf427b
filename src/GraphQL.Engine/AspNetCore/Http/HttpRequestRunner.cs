using Microsoft.AspNetCore.Http;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>From the parameters of an HTTP request to its response, whichever method brought them.</summary>
internal sealed class HttpRequestRunner(IRequestExecutor executor, IHttpRequestInterceptor interceptor, EventStreamFactory eventStreams)
{
    public async Task RunAsync(HttpContext context, RequestParameters parameters, AcceptedMediaTypes accepted, OperationTypes allowed)
    {
        var builder = OperationRequestBuilder.New()
            .SetDocument(parameters.Query)
            .SetOperationName(parameters.OperationName)
            .SetVariables(parameters.Variables)
            .SetExtensions(parameters.Extensions)
            .SetAllowedOperations(accepted.EventStream ? allowed | OperationTypes.Subscription : allowed);
        await interceptor.OnCreateAsync(context, executor, builder, context.RequestAborted);

        await using var result = await executor.ExecuteAsync(builder.Build(), context.RequestAborted);
        if (result is IOperationResult { HasData: false, Operation: OperationType.Mutation } refused && !allowed.HasFlag(OperationTypes.Mutation))
        {
            context.Response.Headers.Allow = "POST";
            await HttpResponseWriter.WriteAsync(context, 405, accepted.Single ?? AcceptedMediaTypes.Json, refused.Json);
            return;
        }

        if (result is IOperationResult single && !accepted.PrefersEventStream)
        {
            var mediaType = accepted.Single ?? AcceptedMediaTypes.Json;
            await HttpResponseWriter.WriteAsync(context, StatusCodeOf(single, mediaType), mediaType, single.Json);
            return;
        }

        await eventStreams.WriteAsync(context, result);
    }

    /// <summary>
    /// A well-formed request is answered 200 under <c>application/json</c> whatever became of it, since legacy clients take other codes
    /// for failures of the network; under <c>application/graphql-response+json</c> a request error is a 4xx.
    /// https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes
    /// </summary>
    private static int StatusCodeOf(IOperationResult result, string mediaType) =>
        mediaType == AcceptedMediaTypes.Json || result.HasData ? 200
        : result.Errors.Any(error => error.Code == ErrorCodes.Internal) ? 500
        : 400;
}
