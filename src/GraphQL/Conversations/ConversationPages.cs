using Webox.Domain.Conversations;

namespace Webox.GraphQL.Conversations;

internal static class ConversationPages
{
    public static readonly Keyset<Conversation, string> LastUsed = new("-used", c => c.LastUsed, tie: null, isDescending: true);

    public static readonly Keyset<Message, int> Messages = new("number", m => m.Number, tie: null, isDescending: false);
}
