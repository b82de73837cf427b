namespace Webox.GraphQL.Engine.Language;

/// <summary>How printed GraphQL is laid out: lines, indentation, and what is left out when it is empty.</summary>
internal static class Layout
{
    /// <summary>Longer lines are broken.</summary>
    public const int LineLengthMax = 80;

    /// <summary>The parts that are not empty, with <paramref name="separator"/> between them.</summary>
    public static string Join(IEnumerable<string?> parts, string separator) =>
        string.Join(separator, parts.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>Nothing at all when <paramref name="text"/> is empty.</summary>
    public static string Wrap(string before, string? text, string after = "") =>
        string.IsNullOrEmpty(text) ? "" : before + text + after;

    /// <summary>Empty lines stay empty.</summary>
    public static string Indent(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : $"  {line}"));

    /// <summary>Each item on a line of its own, in braces.</summary>
    public static string Block(IEnumerable<string> items) => Wrap("{\n", Indent(Join(items, "\n")), "\n}");

    /// <summary>Items in parentheses: on one line, or each on its own when one of them has several lines.</summary>
    public static string Arguments(IReadOnlyList<string> items) => items.Any(item => item.Contains('\n', StringComparison.Ordinal))
        ? Wrap("(\n", Indent(Join(items, "\n")), "\n)")
        : Wrap("(", Join(items, ", "), ")");

    public static string Description(StringValueNode? description) => description is null ? "" : Printer.Print(description) + "\n";

    public static string Directives(IReadOnlyList<DirectiveNode> directives) => Join(directives.Select(Printer.Print), " ");
}
