using System.Text.Json;

namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>A message of the client whose shape is right. https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md#message-types</summary>
/// <param name="Id">Empty for messages that have none.</param>
/// <param name="Payload">An object, or undefined. Lives as long as the message.</param>
internal sealed record ClientMessage(ClientMessageType Type, string Id, JsonElement Payload, JsonDocument Text) : IDisposable
{
    /// <exception cref="SocketClosedException">The text is no message that clients send.</exception>
    public static ClientMessage Parse(ReadOnlyMemory<byte> utf8, int depthMax)
    {
        var text = ParseJson(utf8, depthMax);
        try
        {
            return Read(text);
        }
        catch (SocketClosedException)
        {
            text.Dispose();
            throw;
        }
    }

    public void Dispose() => Text.Dispose();

    private static JsonDocument ParseJson(ReadOnlyMemory<byte> utf8, int depthMax)
    {
        try
        {
            return JsonText.Parse(utf8, depthMax);
        }
        catch (JsonException)
        {
            throw SocketClosedException.Invalid("The message is not well-formed JSON");
        }
    }

    private static ClientMessage Read(JsonDocument text)
    {
        var message = text.RootElement;
        if (message.ValueKind != JsonValueKind.Object)
        {
            throw SocketClosedException.Invalid("The message is not an object");
        }

        var type = TypeOf(message);
        var id = type is ClientMessageType.Subscribe or ClientMessageType.Complete ? IdOf(message) : "";
        var payload = message.TryGetProperty("payload", out var value) && value.ValueKind != JsonValueKind.Null ? value : default;
        if (payload.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object))
        {
            throw SocketClosedException.Invalid("The payload is not an object");
        }

        return new ClientMessage(type, id, payload, text);
    }

    private static ClientMessageType TypeOf(JsonElement message)
    {
        var name = message.TryGetProperty("type", out var type) && type.ValueKind == JsonValueKind.String ? type.GetString() : null;
        return name switch
        {
            "connection_init" => ClientMessageType.ConnectionInit,
            "ping" => ClientMessageType.Ping,
            "pong" => ClientMessageType.Pong,
            "subscribe" => ClientMessageType.Subscribe,
            "complete" => ClientMessageType.Complete,
            _ => throw SocketClosedException.Invalid("The message has no type that clients send"),
        };
    }

    private static string IdOf(JsonElement message) =>
        message.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String && id.GetString() is { Length: > 0 } text
            ? text
            : throw SocketClosedException.Invalid("The message has no id");
}
