namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>Values of <c>extensions.code</c> for what a transport refuses; <see cref="ErrorCodes.BadRequest"/> is for what is malformed.</summary>
public static class TransportErrorCodes
{
    /// <summary>The body is not <c>application/json</c> in UTF-8.</summary>
    public const string UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE";

    /// <summary>The body is over <see cref="GraphQLServerOptions.RequestBodyBytesMax"/>.</summary>
    public const string PayloadTooLarge = "PAYLOAD_TOO_LARGE";

    /// <summary>The body is a list: batching is off.</summary>
    public const string BatchingNotSupported = "BATCHING_NOT_SUPPORTED";

    /// <summary>The <c>Accept</c> header names nothing that this server writes, or a subscription without <c>text/event-stream</c>.</summary>
    public const string NotAcceptable = "NOT_ACCEPTABLE";

    public const string MethodNotAllowed = "METHOD_NOT_ALLOWED";

    /// <summary>GET without <c>GraphQL-Preflight: 1</c> where that is required.</summary>
    public const string PreflightRequired = "PREFLIGHT_REQUIRED";

    /// <summary>A page of an origin that is not allowed asked.</summary>
    public const string OriginNotAllowed = "ORIGIN_NOT_ALLOWED";

    /// <summary>The WebSocket handshake does not offer <c>graphql-transport-ws</c>.</summary>
    public const string SubprotocolNotSupported = "SUBPROTOCOL_NOT_SUPPORTED";

    /// <summary>More reserved event streams than <see cref="GraphQLServerOptions.EventStreamReservationsMax"/>.</summary>
    public const string TooManyStreams = "TOO_MANY_STREAMS";

    /// <summary>The token is of no reserved event stream, or of one that was not opened in time.</summary>
    public const string StreamNotFound = "STREAM_NOT_FOUND";

    /// <summary>A reserved event stream is opened again.</summary>
    public const string StreamAlreadyOpen = "STREAM_ALREADY_OPEN";

    /// <summary>The id of an operation is that of another one on the same event stream.</summary>
    public const string OperationAlreadyExists = "OPERATION_ALREADY_EXISTS";

    /// <summary>One more than <see cref="GraphQLSocketOptions.SubscriptionsMax"/>, or on an event stream than <see cref="GraphQLSocketOptions.OperationsMax"/>.</summary>
    public const string TooManySubscriptions = "TOO_MANY_SUBSCRIPTIONS";
}
