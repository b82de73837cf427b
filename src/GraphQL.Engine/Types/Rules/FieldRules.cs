namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>Fields of objects and interfaces. https://spec.graphql.org/September2025/#sec-Objects.Type-Validation</summary>
internal static class FieldRules
{
    public static void Check(FieldedType type, SchemaReport report)
    {
        if (type.Fields.Count == 0)
        {
            report.Add($"Type {type} must define one or more fields.", Places.Of(type));
        }

        foreach (var field in type.Fields.Values)
        {
            var place = Places.OfField(type, field.Name);
            NameRules.Check(field.Name, report, place);
            if (!field.Type.IsOutput)
            {
                report.Add($"The type of {type}.{field.Name} must be Output Type but got: {field.Type}.", place);
            }

            foreach (var argument in field.Arguments.Values)
            {
                ArgumentRules.Check(
                    argument, $"{type}.{field.Name}({argument.Name}:)", report, Places.OfArgument(type, field.Name, argument.Name));
            }
        }
    }
}
