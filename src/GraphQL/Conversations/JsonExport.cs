using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Webox.GraphQL.Conversations;

/// <summary>One JSON object.</summary>
internal static class JsonExport
{
    private static readonly ExportJson Json = new(new JsonSerializerOptions(ExportJson.Default.Options)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    public static string Write(ExportedConversation exported) => JsonSerializer.Serialize(
        new ConversationDocument(
            exported.Conversation.Title,
            exported.Conversation.Folder,
            exported.Conversation.Tags,
            exported.Conversation.CreatedAt,
            exported.LeftOut,
            [.. exported.Messages.Select(m => new MessageDocument(
                m.Number, $"{m.Role}".ToUpperInvariant(), m.Model, m.Status is { } status ? $"{status}".ToUpperInvariant() : null, m.Text, m.CreatedAt))]),
        Json.ConversationDocument);
}

internal sealed record ConversationDocument(
    string Title, string Folder, IReadOnlyList<string> Tags, DateTimeOffset CreatedAt, int MessagesLeftOut, IReadOnlyList<MessageDocument> Messages);

internal sealed record MessageDocument(int Number, string Role, string? Model, string? Status, string Text, DateTimeOffset CreatedAt);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    WriteIndented = true)]
[JsonSerializable(typeof(ConversationDocument))]
internal sealed partial class ExportJson : JsonSerializerContext;
