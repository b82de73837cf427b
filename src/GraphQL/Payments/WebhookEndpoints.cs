using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using Webox.Application.Payments;

namespace Webox.GraphQL.Payments;

/// <summary>
/// <c>POST /webhooks/stripe</c> and <c>/webhooks/paypal</c>. The body is read raw, its origin checked, and only then looked into. The answer
/// tells the provider whether to send it again: 200 is taken in, 400 is not the provider's, 413 is too large, 429 is too many forgeries,
/// 503 is not now.
/// </summary>
internal static partial class WebhookEndpoints
{
    private const int BodyBytesMax = 1024 * 1024;

    public static void MapWebhooks(this IEndpointRouteBuilder routes) => routes.MapPost("/webhooks/{provider}", ReceiveAsync);

    private static async Task<IResult> ReceiveAsync(
        string provider,
        HttpContext context,
        IEnumerable<IPaymentWebhook> webhooks,
        ReceivePaymentEvent receivePaymentEvent,
        ForgeryLimit forgeries,
        WebhookTurns turns,
        ILogger<ReceivePaymentEvent> logger,
        CancellationToken cancellationToken)
    {
        if (webhooks.FirstOrDefault(webhook => string.Equals($"{webhook.Provider}", provider, StringComparison.OrdinalIgnoreCase)) is not { } webhook)
        {
            return Results.NotFound();
        }

        if (!webhook.IsConfigured)
        {
            return Refused(StatusCodes.Status503ServiceUnavailable, "NOT_CONFIGURED");
        }

        if (forgeries.IsReached(context.Connection.RemoteIpAddress))
        {
            return Refused(StatusCodes.Status429TooManyRequests, "TOO_MANY_FORGERIES");
        }

        if (await ReadAsync(context, cancellationToken) is not { } body)
        {
            return Refused(StatusCodes.Status413PayloadTooLarge, "TOO_LARGE");
        }

        try
        {
            if (await webhook.VerifyAsync(new WebhookDelivery(Headers(context.Request), body), cancellationToken) is not { } eventId)
            {
                forgeries.Note(context.Connection.RemoteIpAddress);
                LogForgery(logger, webhook.Provider.ToString());
                return Refused(StatusCodes.Status400BadRequest, "INVALID_SIGNATURE");
            }

            using var turn = await turns.EnterAsync(cancellationToken);
            if (!turn.IsAcquired)
            {
                return Refused(StatusCodes.Status503ServiceUnavailable, "NOT_NOW");
            }

            await receivePaymentEvent.ExecuteAsync(webhook.Provider, eventId, body, cancellationToken);
            return Results.Ok();
        }
        catch (JsonException)
        {
            return Refused(StatusCodes.Status400BadRequest, "UNREADABLE");
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Nothing was kept: the provider sends it again.
            LogFailure(logger, webhook.Provider.ToString(), error);
            return Refused(StatusCodes.Status503ServiceUnavailable, "NOT_NOW");
        }
    }

    /// <returns>Null when it is too large.</returns>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        // The server counts what frames pieces, too.
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = 2 * BodyBytesMax;
        if (context.Request.ContentLength > BodyBytesMax)
        {
            return null;
        }

        using var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, cancellationToken);
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return null;
        }

        if (body.Length > BodyBytesMax)
        {
            return null;
        }

        return body.ToArray();
    }

    private static Dictionary<string, IReadOnlyList<string>> Headers(HttpRequest request) => request.Headers.ToDictionary(
        header => header.Key, header => (IReadOnlyList<string>)[.. header.Value.Select(value => value ?? "")], StringComparer.OrdinalIgnoreCase);

    private static IResult Refused(int status, string code) => Results.Json(new { code }, statusCode: status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A webhook message was not signed by {Provider}")]
    private static partial void LogForgery(ILogger logger, string provider);

    [LoggerMessage(Level = LogLevel.Error, Message = "A webhook message of {Provider} could not be taken in; it will be sent again")]
    private static partial void LogFailure(ILogger logger, string provider, Exception error);
}
