using System.Globalization;
using System.Text;

namespace Webox.GraphQL.Conversations;

/// <summary>Plain text. What messages say is indented: only what Webox says begins a line.</summary>
internal static class TextExport
{
    public static string Write(ExportedConversation exported)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{exported.Conversation.Title}\n");
        if (exported.LeftOut > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{exported.LeftOut} message(s) plus ancien(s) ne figurent pas ici.\n");
        }

        foreach (var message in exported.Messages)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{message.Author}, {message.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC\n");
            foreach (var line in message.Text.ReplaceLineEndings("\n").Split('\n'))
            {
                text.Append(CultureInfo.InvariantCulture, $"  {line}\n");
            }
        }

        return text.ToString();
    }
}
