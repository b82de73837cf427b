namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>Whether a socket may be used: <c>connection_ack</c>, or a close with 4403.</summary>
public sealed class ConnectionStatus
{
    private ConnectionStatus(bool accepted, string message, IReadOnlyDictionary<string, object?>? extensions)
    {
        Accepted = accepted;
        Message = message;
        Extensions = extensions;
    }

    public bool Accepted { get; }

    /// <summary>Reason of the close; empty when accepted.</summary>
    public string Message { get; }

    /// <summary>Payload of <c>connection_ack</c>. Null: none.</summary>
    public IReadOnlyDictionary<string, object?>? Extensions { get; }

    public static ConnectionStatus Accept() => new(accepted: true, "", extensions: null);

    public static ConnectionStatus Accept(IReadOnlyDictionary<string, object?>? extensions) => new(accepted: true, "", extensions);

    public static ConnectionStatus Reject() => Reject("Forbidden");

    public static ConnectionStatus Reject(string message) => new(accepted: false, message, extensions: null);
}
