using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

/// <summary>A file made by a generation, kept by Webox.</summary>
[ExtendObjectType<Artifact>(IgnoreProperties = [nameof(Artifact.GenerationId), nameof(Artifact.Number)])]
public static class ArtifactType
{
    /// <summary>A signed address, valid for ten minutes.</summary>
    public static Uri GetUrl([Parent] Artifact artifact, ArtifactUrls urls, IHttpContextAccessor http, IConfiguration configuration) =>
        new(new Uri(Origin(http, configuration)), urls.Sign(artifact.GenerationId, artifact.Number));

    // Behind a proxy the request does not know by which address the client reached it: then WEBOX_PUBLIC_URL says so.
    private static string Origin(IHttpContextAccessor http, IConfiguration configuration) => (configuration["WEBOX_PUBLIC_URL"], http.HttpContext) switch
    {
        ({ Length: > 0 } configured, _) => configured,
        (_, { Request: var request }) => $"{(request.IsHttps ? "https" : "http")}://{request.Host}",
        _ => throw new InvalidOperationException("Outside of a request only WEBOX_PUBLIC_URL knows the address of this server."),
    };
}
