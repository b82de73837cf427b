using System.Globalization;
using Webox.Application;
using Webox.Domain.Generations;

namespace Webox.GraphQL.Generations;

/// <summary>A file made by a generation, kept by Webox.</summary>
[ExtendObjectType<Artifact>(IgnoreProperties = [nameof(Artifact.GenerationId), nameof(Artifact.Number)])]
public static class ArtifactType
{
    /// <summary>A signed address, valid for ten minutes.</summary>
    public static Uri GetUrl([Parent] Artifact artifact, SignedUrls urls, PublicAddress address) =>
        address.Of(urls.Sign(PathOf(artifact.GenerationId, artifact.Number)));

    internal static string PathOf(GenerationId generation, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/artifacts/{generation.Value:N}/{number}");
}
