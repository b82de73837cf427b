using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Webox.Application;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

/// <summary>
/// Serves artifacts to whoever holds a signed address. A wrong signature, an expired address and a file that never was are the same 404.
/// </summary>
public static class ArtifactEndpoint
{
    /// <summary>Shown in the page; anything else is offered as a download. None of these can carry a script.</summary>
    private static readonly HashSet<string> Shown =
    [
        "image/png", "image/jpeg", "image/webp", "video/mp4", "audio/mpeg", "audio/aac", "audio/ogg", "audio/flac", "audio/wav",
    ];

    public static IEndpointConventionBuilder MapArtifacts(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapMethods("/artifacts/{generation}/{number}", [HttpMethods.Get, HttpMethods.Head], GetAsync)
            .AnswerStoreOutage();

    private static async Task<IResult> GetAsync(
        string generation, string number, string? expires, string? signature, HttpContext context,
        SignedUrls urls, IWeboxDb db, IArtifactStore store, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(generation, "N", out var id)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place)
            || !urls.IsValid(ArtifactType.PathOf(GenerationId.From(id), place), expires, signature)
            || await FindAsync(db, GenerationId.From(id), place, cancellationToken) is not { } artifact
            || await store.OpenReadAsync(artifact.Sha256, cancellationToken) is not { } file)
        {
            return TypedResults.NotFound();
        }

        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = IsPlayed(artifact.MediaType) ? "default-src 'none'; media-src 'self'" : "default-src 'none'; sandbox";
        headers.CacheControl = "private, max-age=600, immutable";
        headers.ContentDisposition = Shown.Contains(artifact.MediaType) ? "inline" : "attachment";
        return TypedResults.Stream(file, artifact.MediaType, entityTag: new EntityTagHeaderValue($"\"{artifact.Sha256}\""), enableRangeProcessing: true);
    }

    // A browser that is led straight to one makes a page around it that plays it from this address, which it could not in a sandbox.
    private static bool IsPlayed(string mediaType) =>
        mediaType.StartsWith("video/", StringComparison.Ordinal) || mediaType.StartsWith("audio/", StringComparison.Ordinal);

    private static async Task<Artifact?> FindAsync(IWeboxDb db, GenerationId id, int number, CancellationToken cancellationToken)
    {
        var generation = await db.Generations.AsNoTracking().FirstOrDefaultAsync(g => g.Id == id, cancellationToken);
        return generation?.Artifacts.FirstOrDefault(artifact => artifact.Number == number);
    }
}
