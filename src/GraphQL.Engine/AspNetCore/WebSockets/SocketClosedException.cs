namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>The client broke the protocol: the socket is to be closed with <see cref="Code"/>.</summary>
internal sealed class SocketClosedException(int code, string reason) : Exception(reason)
{
    public int Code { get; } = code;

    public static SocketClosedException Invalid(string reason) => new(CloseCodes.InvalidMessage, reason);
}
