using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Printing;

internal static class DescriptionPrinter
{
    /// <summary>A block string where it can hold the text, on lines of its own; empty without a description.</summary>
    public static string Print(string? description) => description is null
        ? ""
        : (BlockString.CanHold(description) ? BlockString.Print(description) : StringLiteral.Print(description)) + "\n";

    /// <summary>The described members of a block, with a blank line before each description but the first.</summary>
    public static IEnumerable<string> Describe<T>(IEnumerable<T> members, Func<T, string?> description, Func<T, string> print) =>
        members.Select((member, index) =>
            (index > 0 && description(member) is not null ? "\n" : "") + Print(description(member)) + print(member));
}
