using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Webox.GraphQL.Engine.AspNetCore.Http.SingleConnection;

/// <summary>
/// One event stream for all operations of a client, which come by requests of their own: PUT reserves it, GET opens it, POST begins an
/// operation and DELETE stops one. The stream lives on one node, so a load balancer must keep a client there.
/// https://github.com/enisdenjo/graphql-sse/blob/master/PROTOCOL.md#single-connection-mode
/// </summary>
internal sealed class SingleConnectionTransport(
    GraphQLServerOptions options, TimeProvider clock, IHostApplicationLifetime lifetime, EventStreamReservations reservations, HttpRequestRunner runner)
    : IHttpTransport
{
    private const string TokenHeader = "X-GraphQL-Event-Stream-Token";
    private const string TokenParameter = "token";
    private const int OperationIdLengthMax = 256;

    /// <summary>A reservation has no body; what else a PUT may mean is not ours.</summary>
    public bool Supports(HttpContext context) =>
        FindToken(context.Request) is not null
        || (HttpMethods.IsPut(context.Request.Method) && context.Request.ContentType is null && context.Request.ContentLength is null or 0);

    public Task HandleAsync(HttpContext context)
    {
        if (FindToken(context.Request) is not { } token)
        {
            return ReserveAsync(context);
        }

        var session = reservations.Get(token);
        return context.Request.Method switch
        {
            "GET" => OpenAsync(context, session),
            "POST" => StartAsync(context, session),
            "DELETE" => StopAsync(context, session),
            _ => throw NotAllowed(context),
        };
    }

    private static string? FindToken(HttpRequest request) =>
        request.Headers[TokenHeader] is [{ Length: > 0 } header] ? header
        : request.QueryString.HasValue && request.Query[TokenParameter] is [{ Length: > 0 } parameter] ? parameter
        : null;

    private async Task ReserveAsync(HttpContext context)
    {
        var session = reservations.Reserve();
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(session.Token, context.RequestAborted);
    }

    /// <summary>Returns when the client has left or the server stops, and every operation with it.</summary>
    private async Task OpenAsync(HttpContext context, EventStreamSession session)
    {
        if (!AcceptedMediaTypes.Of(context.Request).EventStream)
        {
            throw new RequestRefusedException(406, TransportErrorCodes.NotAcceptable, $"Accept {AcceptedMediaTypes.EventStreamType}.");
        }

        if (!session.TryTake())
        {
            throw new RequestRefusedException(409, TransportErrorCodes.StreamAlreadyOpen, "The event stream of that token is open already.");
        }

        try
        {
            using var stopping = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, lifetime.ApplicationStopping);
            await using var events = await EventStream.OpenAsync(context.Response, options.EventStreamKeepAlive, clock, stopping.Token);
            session.Open(events);
            await Task.Delay(Timeout.InfiniteTimeSpan, clock, stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

            // Before the stream is disposed that they write to.
            await reservations.EndAsync(session);
        }
        finally
        {
            await reservations.EndAsync(session);
        }
    }

    private async Task StartAsync(HttpContext context, EventStreamSession session)
    {
        using var document = await JsonBody.ReadAsync(context.Request, options);
        var parameters = RequestParameters.Read(document.RootElement);
        var execute = await runner.DetachAsync(context, parameters);
        await using var refused = await session.StartAsync(IdOf(parameters), execute);
        if (refused is null)
        {
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        await HttpRequestRunner.WriteAsync(context, refused, AcceptedMediaTypes.Negotiate(context.Request.Headers.Accept).Single ?? AcceptedMediaTypes.Json);
    }

    private static Task StopAsync(HttpContext context, EventStreamSession session) =>
        context.Request.Query["operationId"] is [{ Length: > 0 } id]
            ? session.StopAsync(id)
            : throw RequestRefusedException.Malformed("The parameter 'operationId' is missing.");

    private static string IdOf(RequestParameters parameters) =>
        parameters.Extensions.ValueKind is JsonValueKind.Object
        && parameters.Extensions.TryGetProperty("operationId", out var id)
        && id.ValueKind is JsonValueKind.String
        && id.GetString() is { Length: > 0 and <= OperationIdLengthMax } text
            ? text
            : throw RequestRefusedException.Malformed($"The extension 'operationId' must be a string of at most {OperationIdLengthMax} characters.");

    private static RequestRefusedException NotAllowed(HttpContext context)
    {
        context.Response.Headers.Allow = "GET, POST, DELETE";
        return new RequestRefusedException(405, TransportErrorCodes.MethodNotAllowed, "Use one of these methods: GET, POST, DELETE.");
    }
}
