using System.Text.Json;

namespace Webox.GraphQL.Tests.Conversations;

/// <summary>What someone does who talks to models, as GraphQL requests.</summary>
internal static class ConversationStory
{
    /// <summary>The sandbox, and a second model for which nothing answers.</summary>
    public static readonly Dictionary<string, string?> TwoModels = new()
    {
        ["WEBOX_OPENAI_COMPATIBLE_BASE_URL"] = "http://127.0.0.1:9/v1",
        ["WEBOX_OPENAI_COMPATIBLE_MODELS"] = "silent",
    };

    /// <summary>The payload of <c>sendMessage</c>.</summary>
    public static async Task<JsonElement> SayAsync(this WeboxApp app, string token, object input) =>
        (await app.QueryAsync(
            """
            mutation($input: SendMessageInput!) {
              sendMessage(input: $input) {
                conversation { id title folder favorite tags messages { totalCount } }
                message { id role text createdAt generation { id } attachments { id url mediaType bytes width height } }
                replies { id role text generation { id model status creditsHeld } }
                errors {
                  __typename
                  ... on Error { message }
                  ... on InsufficientCreditsError { required available }
                  ... on InvalidGenerationOptionError { option allowed }
                }
              }
            }
            """,
            new { input },
            token)).At("sendMessage");

    /// <summary>Every message of a conversation, oldest first: <c>USER: Bonjour</c>.</summary>
    public static async Task<List<string>> ReadConversationAsync(this WeboxApp app, string token, string id) =>
    [
        .. (await app.QueryAsync(
            "query($id: ID!) { node(id: $id) { ... on Conversation { messages(first: 100) { nodes { role text } } } } }", new { id }, token))
            .At("node", "messages", "nodes").EnumerateArray().Select(node => $"{node.At("role")}: {node.At("text")}"),
    ];

    /// <summary>The titles of <c>Customer.conversations</c>.</summary>
    public static async Task<List<string>> TitlesAsync(this WeboxApp app, string token, string arguments = "first: 20") =>
        (await app.QueryAsync($"{{ viewer {{ conversations({arguments}) {{ nodes {{ title }} }} }} }}", accessToken: token))
            .At("viewer", "conversations", "nodes").Texts("title");
}
