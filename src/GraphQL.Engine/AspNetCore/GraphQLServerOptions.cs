using System.ComponentModel.DataAnnotations;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>What the HTTP, event stream and WebSocket transports accept. Checked when the endpoint is mapped.</summary>
public sealed record GraphQLServerOptions : IValidatableObject
{
    /// <summary>Largest body of a POST, in bytes. Default 256 KiB, 1 KiB to 16 MiB. More is refused with 413.</summary>
    [Range(1024, 16 * 1024 * 1024)]
    public int RequestBodyBytesMax { get; set; } = 256 * 1024;

    /// <summary>How deep the JSON of a body, of variables or of a socket message may nest. Default 32, 4 to 64.</summary>
    [Range(4, 64)]
    public int JsonDepthMax { get; set; } = 32;

    /// <summary>Whether GET carries out queries (never mutations). Default true.</summary>
    public bool EnableGetRequests { get; set; } = true;

    /// <summary>
    /// Whether GET wants the header <c>GraphQL-Preflight: 1</c>, which a foreign page cannot send without asking first. Default false;
    /// production sets it where browsers sign in with cookies.
    /// </summary>
    public bool RequirePreflightForGet { get; set; }

    /// <summary>
    /// Origins besides our own that may read answers (CORS) and open sockets, as <c>https://shop.example</c>. Default none.
    /// <c>*</c> is refused.
    /// </summary>
    public IList<string> AllowedOrigins { get; } = [];

    /// <summary>Whether pages of <see cref="AllowedOrigins"/> may read what was asked with cookies. Default false; bearer tokens need none.</summary>
    public bool AllowCredentials { get; set; }

    /// <summary>Silence after which an event stream sends a comment, so that proxies keep it open. Default 12 s, 1 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan EventStreamKeepAlive { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>
    /// Event streams that carry many operations, reserved or open. Default 1,000, 0 to 100,000; 0 switches them off. One more is refused with
    /// 503.
    /// </summary>
    [Range(0, 100_000)]
    public int EventStreamReservationsMax { get; set; } = 1_000;

    /// <summary>How long a reserved event stream waits to be opened. Default 10 s, 1 s to 1 min.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00")]
    public TimeSpan EventStreamReservationTime { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Folder with the files of the explorer, absolute. Null (default) switches it off. Set it in development only; where the folder is
    /// missing, the page says so.
    /// </summary>
    public string? ExplorerRoot { get; set; }

    public GraphQLSocketOptions Sockets { get; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var origin in AllowedOrigins)
        {
            if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.GetLeftPart(UriPartial.Authority) != origin)
            {
                yield return new ValidationResult($"'{origin}' is no origin (scheme://host[:port]).", [nameof(AllowedOrigins)]);
            }
        }
    }

    /// <exception cref="ValidationException">An option is out of its range.</exception>
    internal void Check()
    {
        Validator.ValidateObject(this, new ValidationContext(this), validateAllProperties: true);
        Validator.ValidateObject(Sockets, new ValidationContext(Sockets), validateAllProperties: true);
    }
}
