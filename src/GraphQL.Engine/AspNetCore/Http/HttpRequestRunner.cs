using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Webox.GraphQL.Engine.Execution;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>From the parameters of an HTTP request to its response, whichever method brought them.</summary>
/// <param name="hasBudget">Whether it must be known who pays.</param>
/// <param name="deliversIncrementally">Whether responses may come in parts.</param>
internal sealed class HttpRequestRunner(
    IRequestExecutor executor, IHttpRequestInterceptor interceptor, EventStreamFactory eventStreams, bool hasBudget, bool deliversIncrementally)
{
    public bool DeliversIncrementally => deliversIncrementally;

    public async Task RunAsync(HttpContext context, RequestParameters parameters, AcceptedMediaTypes accepted, OperationTypes allowed)
    {
        var builder = await CreateAsync(context, parameters, accepted.EventStream ? allowed | OperationTypes.Subscription : allowed);
        builder.SetAcceptsIncrementalDelivery(accepted.Incremental);
        await using var result = await executor.ExecuteAsync(builder.Build(), context.RequestAborted);
        if (IsForMultipart(result, accepted))
        {
            await MultipartResponse.WriteAsync(context, result);
            return;
        }

        if (result is IOperationResult single && (!accepted.PrefersEventStream || IsNotAllowed(single)))
        {
            await WriteAsync(context, single, accepted.Single ?? AcceptedMediaTypes.Json);
            return;
        }

        await eventStreams.WriteAsync(context, result);
    }

    /// <summary>Prepares what is executed when the HTTP request has been answered already: it uses nothing of that.</summary>
    public async Task<Func<CancellationToken, ValueTask<IExecutionResult>>> DetachAsync(HttpContext context, RequestParameters parameters)
    {
        var kept = parameters with { Variables = Keep(parameters.Variables), Extensions = Keep(parameters.Extensions) };
        var request = (await CreateAsync(context, kept, OperationTypes.All)).SetServices(null).SetAcceptsIncrementalDelivery().Build();
        return cancellationToken => executor.ExecuteAsync(request, cancellationToken);

        static JsonElement Keep(JsonElement element) => element.ValueKind is JsonValueKind.Undefined ? element : element.Clone();
    }

    /// <summary>Answers with a single result.</summary>
    public static async Task WriteAsync(HttpContext context, IOperationResult single, string mediaType)
    {
        var statusCode = StatusCodeOf(single, mediaType);
        if (statusCode == StatusCodes.Status405MethodNotAllowed)
        {
            context.Response.Headers.Allow = "POST";
        }
        else if (statusCode == StatusCodes.Status429TooManyRequests)
        {
            context.Response.Headers.RetryAfter = $"{single.Errors[0].Extensions?["retryAfterSeconds"]}";
        }

        await HttpResponseWriter.WriteAsync(context, statusCode, mediaType, single.Json);
    }

    /// <summary>Parts do, and a response as a whole where the client takes nothing else.</summary>
    private static bool IsForMultipart(IExecutionResult result, AcceptedMediaTypes accepted) => accepted.Multipart && result switch
    {
        IOperationResult single => single.HasData && accepted is { Single: null, EventStream: false },
        _ => result.Operation is not OperationType.Subscription && !accepted.PrefersEventStream,
    };

    private async ValueTask<OperationRequestBuilder> CreateAsync(HttpContext context, RequestParameters parameters, OperationTypes allowed)
    {
        var builder = OperationRequestBuilder.New()
            .SetDocument(parameters.Query)
            .SetDocumentId(parameters.DocumentId)
            .SetCostClient(hasBudget ? CostClients.Of(context) : null)
            .SetOperationName(parameters.OperationName)
            .SetVariables(parameters.Variables)
            .SetExtensions(parameters.Extensions)
            .SetAllowedOperations(allowed);
        await interceptor.OnCreateAsync(context, executor, builder, context.RequestAborted);
        return builder;
    }

    /// <summary>
    /// A well-formed request is answered 200 under <c>application/json</c> whatever became of it, since legacy clients take other codes
    /// for failures of the network; under <c>application/graphql-response+json</c> a request error is a 4xx.
    /// https://graphql.github.io/graphql-over-http/draft/#sec-Status-Codes
    /// </summary>
    private static int StatusCodeOf(IOperationResult result, string mediaType) => result switch
    {
        { HasData: true } => StatusCodes.Status200OK,
        { Operation: OperationType.Mutation } when IsNotAllowed(result) => StatusCodes.Status405MethodNotAllowed,
        { Operation: OperationType.Subscription } when IsNotAllowed(result) => StatusCodes.Status406NotAcceptable,
        { Errors: [{ Code: ErrorCodes.CostBudgetExhausted }] } => StatusCodes.Status429TooManyRequests,
        _ when mediaType == AcceptedMediaTypes.Json => StatusCodes.Status200OK,
        _ when result.Errors.Any(error => error.Code == ErrorCodes.Internal) => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };

    /// <summary>A mutation by GET, or a subscription for a client that takes no event stream.</summary>
    private static bool IsNotAllowed(IOperationResult result) => result.Errors.Any(error => error.Code == ErrorCodes.OperationNotAllowed);
}
