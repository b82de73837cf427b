namespace Webox.GraphQL.Engine.Tests.Validation;

internal static class ErrorText
{
    /// <summary>An error on one line: its message, then its places as <c>(line:column, line:column)</c>.</summary>
    public static string Of(IError error) =>
        error.Locations is [_, ..] ? $"{error.Message} ({string.Join(", ", error.Locations.Select(at => $"{at.Line}:{at.Column}"))})" : error.Message;
}
