namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Input-Objects.Type-Validation</summary>
internal static class InputObjectRules
{
    public static void Check(InputObjectType type, SchemaReport report)
    {
        if (type.Fields.Count == 0)
        {
            report.Add($"Input Object type {type} must define one or more fields.", Places.Of(type));
        }

        CheckExtensions(type, report);
        foreach (var field in type.Fields.Values)
        {
            Check(type, field, report, Places.OfField(type, field.Name));
        }
    }

    // https://spec.graphql.org/September2025/#sec-Input-Object-Extensions: an extension would change what its definition promises.
    private static void CheckExtensions(InputObjectType type, SchemaReport report)
    {
        foreach (var directive in type.Syntax.Where(part => part.IsExtension).SelectMany(part => part.Directives))
        {
            if (directive.Name.Value == SpecifiedDirectives.OneOf.Name)
            {
                report.Add($"Input Object type {type} cannot become a OneOf Input Object by an extension.", directive.Location);
            }
        }
    }

    private static void Check(InputObjectType type, InputValue field, SchemaReport report, Location? place)
    {
        var coordinate = $"{type}.{field.Name}";
        NameRules.Check(field.Name, report, place);
        if (!field.Type.IsInput)
        {
            report.Add($"The type of {coordinate} must be Input Type but got: {field.Type}.", place);
        }

        if (field.IsRequired && field.DeprecationReason is not null)
        {
            report.Add($"Required input field {coordinate} cannot be deprecated.", place);
        }

        if (type.IsOneOf && field.Type.IsNonNull)
        {
            report.Add($"OneOf input field {coordinate} must be nullable.", place);
        }

        if (type.IsOneOf && field.DefaultValue is not null)
        {
            report.Add($"OneOf input field {coordinate} cannot have a default value.", place);
        }

        DefaultValueRules.Check(field, coordinate, report, place);
    }
}
