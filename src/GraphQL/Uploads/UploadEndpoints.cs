using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Webox.Application;
using Webox.Application.Generations;
using Webox.Application.Uploads;
using Webox.Domain;
using Webox.Domain.Uploads;
using Webox.GraphQL.Generations;

namespace Webox.GraphQL.Uploads;

/// <summary>
/// <c>POST /uploads</c> takes one image of the signed-in customer and answers with its id; refusals are problem details (RFC 9457) with a
/// <c>code</c>. <c>GET</c> serves it to whoever holds a signed address; everything else is the same 404.
/// </summary>
internal static class UploadEndpoints
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(60);

    public static void MapUploads(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/uploads", ReceiveAsync).WithRequestTimeout(Timeout);
        endpoints.MapMethods("/uploads/{upload}", [HttpMethods.Get, HttpMethods.Head], GetAsync).AnswerStoreOutage().DisableRequestTimeout();
    }

    internal static string PathOf(UploadId upload) => $"/uploads/{upload.Value:N}";

    private static async Task<IResult> ReceiveAsync(
        HttpContext context, ICurrentCustomer current, UploadLimits limits, ReceiveUpload receiveUpload, CancellationToken cancellationToken)
    {
        if (current.Id is not { } customer)
        {
            return Refused(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", "Connectez-vous pour envoyer un fichier.");
        }

        if (!limits.Count(customer))
        {
            return Refused(StatusCodes.Status429TooManyRequests, "TOO_MANY_UPLOADS", "Trop d'envois : réessayez dans une minute.");
        }

        using var turn = await limits.EnterAsync(customer, cancellationToken);
        if (!turn.IsAcquired)
        {
            return Refused(StatusCodes.Status503ServiceUnavailable, "NOT_NOW", "Trop d'envois en cours : réessayez.");
        }

        try
        {
            if (await UploadBody.ReadAsync(context, cancellationToken) is not { } content)
            {
                return Refused(StatusCodes.Status400BadRequest, "NOT_ONE_FILE", "Envoyez un seul fichier.");
            }

            var upload = await receiveUpload.ExecuteAsync(content, cancellationToken);
            var id = await GraphQLServer.WriteIdAsync(context.RequestServices, nameof(Upload), upload.Id.Value);
            return Results.Json(new ReceivedUpload(id, upload.MediaType, upload.Bytes, upload.Sha256), statusCode: StatusCodes.Status201Created);
        }
        catch (InvalidDataException)
        {
            return Refused(StatusCodes.Status400BadRequest, "UNREADABLE", "Le formulaire est illisible.");
        }
        catch (ArtifactStoreUnavailableException)
        {
            return Refused(StatusCodes.Status503ServiceUnavailable, "NOT_NOW", "Le fichier ne peut pas être gardé pour le moment : réessayez.");
        }
        catch (DomainException refusal)
        {
            return Refused(
                refusal switch
                {
                    UploadTooLargeException => StatusCodes.Status413PayloadTooLarge,
                    TooManyUploadsException => StatusCodes.Status429TooManyRequests,
                    _ => StatusCodes.Status415UnsupportedMediaType,
                },
                UnexpectedErrors.CodeOf(refusal),
                refusal.Message);
        }
    }

    private static async Task<IResult> GetAsync(
        string upload, string? expires, string? signature, HttpContext context, SignedUrls urls, IWeboxDb db, IArtifactStore store,
        CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(upload, "N", out var id)
            || !urls.IsValid(PathOf(UploadId.From(id)), expires, signature)
            || await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == UploadId.From(id), cancellationToken) is not { } found
            || await store.OpenReadAsync(found.Sha256, cancellationToken) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=600, immutable";
        headers.ContentDisposition = "inline";
        return TypedResults.Stream(file, found.MediaType, entityTag: new EntityTagHeaderValue($"\"{found.Sha256}\""), enableRangeProcessing: true);
    }

    private static IResult Refused(int status, string code, string detail) =>
        Results.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}

/// <param name="Id">For <c>attachmentIds</c>.</param>
internal sealed record ReceivedUpload(string Id, string MediaType, long Bytes, string Sha256);
