using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Webox.GraphQL.Conversations;

/// <summary>
/// A heading for each message and its text in a fenced code block. Between fences nothing is markup, and each fence is longer than any run
/// of backticks in its text: whatever a message says, it cannot become a heading, a link or HTML. https://spec.commonmark.org/0.31.2/#fenced-code-blocks
/// </summary>
internal static partial class MarkdownExport
{
    public static string Write(ExportedConversation exported)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Escape(exported.Conversation.Title)}\n");
        if (exported.LeftOut > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{exported.LeftOut} message(s) plus ancien(s) ne figurent pas ici.\n");
        }

        foreach (var message in exported.Messages)
        {
            var content = message.Text.ReplaceLineEndings("\n");
            var fence = new string('`', Math.Max(3, LongestRun(content) + 1));
            text.Append(CultureInfo.InvariantCulture, $"\n## {Escape(message.Author)}, {message.CreatedAt:yyyy-MM-dd HH:mm:ss} UTC\n\n{fence}\n{content}\n{fence}\n");
        }

        return text.ToString();
    }

    private static int LongestRun(string text) => Backticks().Matches(text).Select(run => run.Length).DefaultIfEmpty(0).Max();

    // What means something inside a line; behind a backslash it is itself.
    private static string Escape(string line) => Punctuation().Replace(line, @"\$0");

    [GeneratedRegex("`+")]
    private static partial Regex Backticks();

    [GeneratedRegex(@"[\\`*_\[\]<>&#|~$]")]
    private static partial Regex Punctuation();
}
