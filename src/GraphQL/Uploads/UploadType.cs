using Webox.Application;
using Webox.Domain.Uploads;

namespace Webox.GraphQL.Uploads;

/// <summary>An image that a customer sent, kept by Webox.</summary>
[ExtendObjectType<Upload>(IgnoreProperties = [nameof(Upload.CustomerId), nameof(Upload.ExpiresAt)])]
public static class UploadType
{
    /// <summary>Opaque and stable. Do not parse it.</summary>
    [ID<Upload>]
    public static Guid GetId([Parent] Upload upload) => upload.Id.Value;

    /// <summary>A signed address, valid for ten minutes.</summary>
    public static Uri GetUrl([Parent] Upload upload, SignedUrls urls, PublicAddress address) => address.Of(urls.Sign(UploadEndpoints.PathOf(upload.Id)));
}
