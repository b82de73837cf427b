namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Enums.Type-Validation</summary>
internal static class EnumRules
{
    public static void Check(EnumType type, SchemaReport report)
    {
        if (type.Values.Count == 0)
        {
            report.Add($"Enum type {type} must define one or more values.", Places.Of(type));
        }

        foreach (var value in type.Values.Keys)
        {
            NameRules.Check(value, report, Places.OfField(type, value));
            if (value is "true" or "false" or "null")
            {
                report.Add($"Enum type {type} cannot include value: {value}.", Places.OfField(type, value));
            }
        }
    }
}
