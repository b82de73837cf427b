namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Interfaces.Type-Validation and #IsValidImplementation()</summary>
internal static class InterfaceRules
{
    public static void Check(FieldedType type, SchemaReport report)
    {
        var place = Places.Of(type);
        var seen = new HashSet<InterfaceType>();
        foreach (var contract in type.Interfaces)
        {
            if (contract == type)
            {
                report.Add($"Type {type} cannot implement itself because it would create a circular reference.", place);
            }
            else if (!seen.Add(contract))
            {
                report.Add($"Type {type} can only implement {contract} once.", place);
            }
            else
            {
                CheckAncestors(type, contract, report);
                ImplementationRules.Check(type, contract, report);
            }
        }
    }

    // What an interface implements, its implementations must implement too, and say so.
    private static void CheckAncestors(FieldedType type, InterfaceType contract, SchemaReport report)
    {
        foreach (var ancestor in contract.Interfaces.Where(ancestor => !type.Interfaces.Contains(ancestor)))
        {
            report.Add(
                ancestor == type
                    ? $"Type {type} cannot implement {contract} because it would create a circular reference."
                    : $"Type {type} must implement {ancestor} because it is implemented by {contract}.",
                Places.Of(contract),
                Places.Of(type));
        }
    }
}
