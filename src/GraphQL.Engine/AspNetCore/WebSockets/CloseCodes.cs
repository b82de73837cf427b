namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>
/// Why a socket is closed. https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md and
/// https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1
/// </summary>
internal static class CloseCodes
{
    public const int Normal = 1000;
    public const int GoingAway = 1001;
    public const int MessageTooBig = 1009;
    public const int InternalError = 1011;
    public const int InvalidMessage = 4400;
    public const int Unauthorized = 4401;
    public const int Forbidden = 4403;
    public const int InitializationTimeout = 4408;
    public const int SubscriberAlreadyExists = 4409;
    public const int TooManyInitializations = 4429;
}
