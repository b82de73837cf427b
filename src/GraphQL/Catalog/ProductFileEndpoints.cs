using System.Text;
using Microsoft.AspNetCore.Http.Features;
using Webox.Application;
using Webox.Application.Catalog;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Catalog;

/// <summary>
/// <c>POST /imports/products</c> takes the catalogue as comma-separated values from catalogue staff; refusals are problem details (RFC 9457)
/// with a <c>code</c>, and name each bad line. <c>GET /exports/products.csv</c> writes it to whoever holds a signed address.
/// </summary>
internal static class ProductFileEndpoints
{
    public const string ExportPath = "/exports/products.csv";

    private const long BytesMax = 10 * 1024 * 1024;
    private const int ErrorsMax = 200;
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    public static void MapProductFiles(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPost("/imports/products", ImportAsync).WithRequestTimeout(Timeout);
        endpoints.MapGet(ExportPath, Export).DisableRequestTimeout();
    }

    private static async Task<IResult> ImportAsync(
        HttpContext context, ICurrentCustomer current, ImportProducts importProducts, CancellationToken cancellationToken)
    {
        if (current.Id is null)
        {
            return Refused(StatusCodes.Status401Unauthorized, "UNAUTHENTICATED", "Connectez-vous.");
        }

        if (current.Role is not (Role.Catalog or Role.Admin))
        {
            return Refused(StatusCodes.Status403Forbidden, "FORBIDDEN", "Réservé au personnel du catalogue.");
        }

        // A little more, so that a client that announces too much can send it to its end and read why it is refused.
        context.Features.GetRequiredFeature<IHttpMaxRequestBodySizeFeature>().MaxRequestBodySize = BytesMax + 64 * 1024;
        if (context.Request.ContentLength > BytesMax)
        {
            return TooLarge();
        }

        using var text = new StreamReader(
            context.Request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: false);
        try
        {
            return Results.Json(await importProducts.ExecuteAsync(text, cancellationToken));
        }
        catch (ImportRefusedException refusal)
        {
            return Refused(StatusCodes.Status422UnprocessableEntity, "IMPORT_REFUSED", refusal.Message, refusal.Errors);
        }
        catch (DecoderFallbackException)
        {
            return Refused(StatusCodes.Status400BadRequest, "NOT_UTF8", "Le fichier n'est pas en UTF-8.");
        }
        catch (BadHttpRequestException tooLarge) when (tooLarge.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }
    }

    private static IResult Export(
        string? expires, string? signature, HttpContext context, SignedUrls urls, ExportProducts exportProducts, CancellationToken cancellationToken)
    {
        if (!urls.IsValid(ExportPath, expires, signature))
        {
            return TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(output => exportProducts.ExecuteAsync(output, cancellationToken), "text/csv; charset=utf-8", "webox-products.csv");
    }

    private static IResult TooLarge() => Refused(StatusCodes.Status413PayloadTooLarge, "FILE_TOO_LARGE", "Un fichier compte au plus 10 Mio.");

    private static IResult Refused(int status, string code, string detail, IReadOnlyList<ImportError>? errors = null) =>
        Results.Problem(detail, statusCode: status, extensions: errors is null
            ? new Dictionary<string, object?> { ["code"] = code }
            : new Dictionary<string, object?> { ["code"] = code, ["errorCount"] = errors.Count, ["errors"] = errors.Take(ErrorsMax) });
}
