namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>
/// A default value must be one that could be given. https://spec.graphql.org/September2025/#sec-Field-Arguments.Type-Validation
/// </summary>
internal static class DefaultValueRules
{
    public static void Check(InputValue input, string coordinate, SchemaReport report, Location? place)
    {
        if (input.DefaultValue is null || !input.Type.IsInput)
        {
            return;
        }

        foreach (var (path, problem) in ConstantCheck.FindProblems(input.DefaultValue, input.Type))
        {
            report.Add($"{coordinate} has invalid default value{(path.Length > 0 ? $" at {path}" : "")}: {problem}", place);
        }
    }
}
