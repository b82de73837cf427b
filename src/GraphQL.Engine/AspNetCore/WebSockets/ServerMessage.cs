using System.Buffers;
using System.Text.Json;

namespace Webox.GraphQL.Engine.AspNetCore.WebSockets;

/// <summary>Messages of the server as UTF-8 text. https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md#message-types</summary>
internal static class ServerMessage
{
    public static ReadOnlyMemory<byte> ConnectionAck(IReadOnlyDictionary<string, object?>? payload) =>
        Write("connection_ack", id: null, payload is null ? default : JsonSerializer.SerializeToUtf8Bytes(payload));

    public static ReadOnlyMemory<byte> Pong(JsonElement pingPayload) =>
        Write("pong", id: null, pingPayload.ValueKind == JsonValueKind.Undefined ? default : JsonSerializer.SerializeToUtf8Bytes(pingPayload));

    /// <param name="response">A whole response.</param>
    public static ReadOnlyMemory<byte> Next(string id, ReadOnlySpan<byte> response) => Write("next", id, response);

    /// <param name="errors">A list of errors.</param>
    public static ReadOnlyMemory<byte> Error(string id, ReadOnlySpan<byte> errors) => Write("error", id, errors);

    /// <summary>An <c>error</c> message with the errors of a response that has no data.</summary>
    public static ReadOnlyMemory<byte> ErrorsOf(string id, ReadOnlyMemory<byte> response)
    {
        using var document = JsonDocument.Parse(response);
        return Error(id, JsonSerializer.SerializeToUtf8Bytes(document.RootElement.GetProperty("errors")));
    }

    public static ReadOnlyMemory<byte> Complete(string id) => Write("complete", id, payload: default);

    private static ReadOnlyMemory<byte> Write(string type, string? id, ReadOnlySpan<byte> payload)
    {
        var text = new ArrayBufferWriter<byte>(payload.Length + 128);
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            if (id is not null)
            {
                json.WriteString("id", id);
            }

            json.WriteString("type", type);
            if (!payload.IsEmpty)
            {
                json.WritePropertyName("payload");
                json.WriteRawValue(payload, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return text.WrittenMemory;
    }
}
