namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>Arguments of fields and directives. https://spec.graphql.org/September2025/#sec-Field-Arguments</summary>
internal static class ArgumentRules
{
    /// <param name="coordinate">How messages call the argument: <c>Query.product(id:)</c>.</param>
    public static void Check(InputValue argument, string coordinate, SchemaReport report, Location? place)
    {
        NameRules.Check(argument.Name, report, place);
        if (!argument.Type.IsInput)
        {
            report.Add($"The type of {coordinate} must be Input Type but got: {argument.Type}.", place);
        }

        if (argument.IsRequired && argument.DeprecationReason is not null)
        {
            report.Add($"Required argument {coordinate} cannot be deprecated.", place);
        }

        DefaultValueRules.Check(argument, coordinate, report, place);
    }
}
