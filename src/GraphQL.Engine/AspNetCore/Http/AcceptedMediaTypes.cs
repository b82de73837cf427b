using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>
/// What a client can read, by its <c>Accept</c> header. https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1,
/// https://graphql.github.io/graphql-over-http/draft/#sec-Accept
/// </summary>
/// <param name="Single">Media type of a single response. Null: the client takes event streams only.</param>
/// <param name="EventStream">Whether a subscription can be answered.</param>
/// <param name="PrefersEventStream">Whether a query, too, is answered as an event stream.</param>
/// <param name="Multipart">Whether a response that comes in parts can be answered as such, and rather so than as an event stream.</param>
internal readonly record struct AcceptedMediaTypes(string? Single, bool EventStream, bool PrefersEventStream, bool Multipart)
{
    public const string Json = "application/json";
    public const string GraphQLResponse = "application/graphql-response+json";
    public const string EventStreamType = "text/event-stream";
    public const string MultipartType = "multipart/mixed";

    /// <summary>The format of the parts, as clients name it that know several.</summary>
    private const string IncrementalSpec = "v0.2";

    private const int KnownMax = 64;
    private const int KnownLengthMax = 256;

    private static readonly ConcurrentDictionary<string, AcceptedMediaTypes> Known = new(StringComparer.Ordinal);

    /// <summary>Responses can come in parts.</summary>
    public bool Incremental => EventStream || Multipart;

    /// <param name="deliversIncrementally">Whether the server may answer in parts at all.</param>
    /// <exception cref="RequestRefusedException">Nothing that this server writes is acceptable.</exception>
    public static AcceptedMediaTypes Of(HttpRequest request, bool deliversIncrementally = false)
    {
        var accepted = Negotiate(request.Headers.Accept);
        accepted = accepted with { Multipart = accepted.Multipart && deliversIncrementally };
        return accepted is { Single: null, EventStream: false, Multipart: false }
            ? throw new RequestRefusedException(
                406, TransportErrorCodes.NotAcceptable, $"Accept one of these: {GraphQLResponse}, {Json}, {EventStreamType}.")
            : accepted;
    }

    public static AcceptedMediaTypes Negotiate(StringValues accept)
    {
        // Legacy clients that say nothing expect application/json: "Legacy Watershed" of the draft.
        if (StringValues.IsNullOrEmpty(accept))
        {
            return new AcceptedMediaTypes(Json, EventStream: false, PrefersEventStream: false, Multipart: false);
        }

        // Clients are many, the headers that they send are few.
        var text = accept.ToString();
        if (Known.TryGetValue(text, out var known))
        {
            return known;
        }

        var accepted = Negotiate(text);
        if (text.Length <= KnownLengthMax && Known.Count < KnownMax)
        {
            Known.TryAdd(text, accepted);
        }

        return accepted;
    }

    private static AcceptedMediaTypes Negotiate(string accept)
    {
        if (!MediaTypeHeaderValue.TryParseList([accept], out var ranges))
        {
            return default;
        }

        var json = Match(ranges, Json);
        var response = Match(ranges, GraphQLResponse);
        var stream = Match(ranges, EventStreamType);
        // A range such as */* means "anything"; a stream is only for those who ask for one.
        var streams = stream is { IsExact: true, Quality: > 0 };

        var (single, best) = response.Quality > json.Quality || (response.Quality == json.Quality && response.IsExact)
            ? (GraphQLResponse, response)
            : (Json, json);
        var prefersStream = streams && (stream.Quality > best.Quality || (stream.Quality == best.Quality && !best.IsExact));
        var multipart = Match([.. ranges.Where(IsOurMultipart)], MultipartType);
        var takesParts = multipart is { IsExact: true, Quality: > 0 } && (!streams || multipart.Quality >= stream.Quality);
        return new AcceptedMediaTypes(best.Quality > 0 ? single : null, streams, prefersStream, takesParts);
    }

    /// <summary>
    /// Some clients name the format that they read by a parameter. One that reads another than ours gets its answers whole: the older one
    /// of 2022 (<c>deferSpec</c>), or that of Apollo for subscriptions (<c>subscriptionSpec</c>).
    /// </summary>
    private static bool IsOurMultipart(MediaTypeHeaderValue range) => range.Parameters.All(parameter =>
        !parameter.Name.EndsWith("Spec", StringComparison.OrdinalIgnoreCase)
        || (parameter.Name.Equals("incrementalSpec", StringComparison.OrdinalIgnoreCase)
            && HeaderUtilities.RemoveQuotes(parameter.Value).Equals(IncrementalSpec, StringComparison.OrdinalIgnoreCase)));

    public static bool IsUtf8(StringSegment charset) =>
        charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase) || charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase);

    /// <summary>The quality of the most specific range that covers the media type; 0 when none does.</summary>
    private static (double Quality, bool IsExact) Match(IList<MediaTypeHeaderValue> ranges, string mediaType)
    {
        var (quality, specificity) = (0.0, -1);
        foreach (var range in ranges)
        {
            var covers = range.MatchesAllTypes
                ? 0
                : range.MatchesAllSubTypes && mediaType.StartsWith($"{range.Type}/", StringComparison.OrdinalIgnoreCase)
                    ? 1
                    : range.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase) ? 2 : -1;
            if (covers > specificity && (!range.Charset.HasValue || IsUtf8(range.Charset)))
            {
                (quality, specificity) = (range.Quality ?? 1, covers);
            }
        }

        return (quality, specificity == 2);
    }
}
