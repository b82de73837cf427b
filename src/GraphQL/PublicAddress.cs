namespace Webox.GraphQL;

/// <summary>The address by which clients reach this server.</summary>
public sealed class PublicAddress(IHttpContextAccessor http, IConfiguration configuration)
{
    /// <summary>A path of this server as clients can open it.</summary>
    public Uri Of(string path) => new(new Uri(Origin()), path);

    // Behind a proxy the request does not know by which address the client reached it: then WEBOX_PUBLIC_URL says so.
    private string Origin() => (configuration["WEBOX_PUBLIC_URL"], http.HttpContext) switch
    {
        ({ Length: > 0 } configured, _) => configured,
        (_, { Request: var request }) => $"{(request.IsHttps ? "https" : "http")}://{request.Host}",
        _ => throw new InvalidOperationException("Outside of a request only WEBOX_PUBLIC_URL knows the address of this server."),
    };
}
