using System.Buffers;
using System.Text.Json;

namespace Webox.GraphQL.Engine.ConformanceHost.Protocol;

/// <summary>The shapes of answers.</summary>
internal static class Answers
{
    public static byte[] Ready() => Write(json =>
    {
        json.WriteNumber("ready", 1);
        json.WriteString("name", "Webox.GraphQL.Engine");
        json.WriteString("version", typeof(IError).Assembly.GetName().Version!.ToString());
        json.WritePropertyName("ops");
        JsonSerializer.Serialize(json, (string[])["parse", "schema", "validateSDL", "validate", "execute"]);
        json.WriteBoolean("rules", true);
    });

    public static byte[] Ok(string id, Action<Utf8JsonWriter>? members = null) => Write(id, json =>
    {
        json.WriteBoolean("ok", true);
        members?.Invoke(json);
    });

    public static byte[] Unsupported(string id, string why) => Write(id, json => json.WriteString("unsupported", why));

    public static byte[] Crash(string id, Exception exception) =>
        Write(id, json => json.WriteString("crash", $"{exception.GetType().Name}: {exception.Message}"));

    /// <param name="stage">What refused: <c>syntax</c>, <c>sdl</c>, <c>type</c> or <c>validation</c>.</param>
    public static byte[] Refused(string id, string stage, IReadOnlyList<IError> errors) => Write(id, json =>
    {
        json.WriteBoolean("ok", false);
        json.WriteString("stage", stage);
        json.WriteStartArray("errors");
        foreach (var error in errors)
        {
            WriteError(json, error);
        }

        json.WriteEndArray();
    });

    private static void WriteError(Utf8JsonWriter json, IError error)
    {
        json.WriteStartObject();
        json.WriteString("message", error.Message);
        if (error.Locations is { Count: > 0 } locations)
        {
            json.WriteStartArray("locations");
            foreach (var location in locations)
            {
                json.WriteStartObject();
                json.WriteNumber("line", location.Line);
                json.WriteNumber("column", location.Column);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static byte[] Write(string id, Action<Utf8JsonWriter> members) => Write(json =>
    {
        json.WriteString("id", id);
        members(json);
    });

    private static byte[] Write(Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = 1_000_000 }))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }
}
