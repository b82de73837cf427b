namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Type-System.Directives.Type-Validation</summary>
internal static class DirectiveRules
{
    public static void Check(DirectiveDefinition directive, Schema schema, SchemaReport report)
    {
        NameRules.Check(directive.Name, report, place: null);
        if (directive.Locations.Count == 0)
        {
            report.Add($"Directive @{directive.Name} must include one or more locations.");
        }

        foreach (var argument in directive.Arguments.Values)
        {
            ArgumentRules.Check(argument, $"@{directive.Name}({argument.Name}:)", report, place: null);
        }

        if (ReferencesItself(directive, schema))
        {
            report.Add($"Directive @{directive.Name} must not reference itself through its arguments.");
        }
    }

    // Directives applied to its arguments, those applied to theirs, and so on. The specification also follows the types of
    // arguments; that is tolerated, as in graphql-js, because reading a schema never follows them either.
    private static bool ReferencesItself(DirectiveDefinition directive, Schema schema)
    {
        var visited = new HashSet<DirectiveDefinition>();
        var waiting = new Stack<DirectiveDefinition>(AppliedTo(directive, schema));
        while (waiting.TryPop(out var applied))
        {
            if (applied == directive)
            {
                return true;
            }

            if (visited.Add(applied))
            {
                foreach (var next in AppliedTo(applied, schema))
                {
                    waiting.Push(next);
                }
            }
        }

        return false;
    }

    private static IEnumerable<DirectiveDefinition> AppliedTo(DirectiveDefinition directive, Schema schema) => directive.Arguments.Values
        .SelectMany(argument => argument.Directives)
        .Select(applied => schema.FindDirective(applied.Name.Value))
        .OfType<DirectiveDefinition>();
}
