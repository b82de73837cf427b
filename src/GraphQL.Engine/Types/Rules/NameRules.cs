namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Names</summary>
internal static class NameRules
{
    public static void Check(string name, SchemaReport report, Location? place)
    {
        if (name.Length == 0 || char.IsAsciiDigit(name[0]) || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_'))
        {
            report.Add($"\"{name}\" is no name: names are of [_a-zA-Z0-9] and do not start with a digit.", place);
        }
        else if (name.StartsWith("__", StringComparison.Ordinal))
        {
            report.Add($"Name \"{name}\" must not begin with \"__\", which is reserved by GraphQL introspection.", place);
        }
    }
}
