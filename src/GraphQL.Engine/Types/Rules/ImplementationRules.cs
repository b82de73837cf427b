namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>
/// What a type must have to be what its interface promises. https://spec.graphql.org/September2025/#IsValidImplementation()
/// </summary>
internal static class ImplementationRules
{
    public static void Check(FieldedType type, InterfaceType contract, SchemaReport report)
    {
        foreach (var promised in contract.Fields.Values)
        {
            if (type.Fields.TryGetValue(promised.Name, out var field))
            {
                CheckField(type, field, contract, promised, report);
            }
            else
            {
                report.Add(
                    $"Interface field {contract}.{promised.Name} expected but {type} does not provide it.",
                    Places.OfField(contract, promised.Name),
                    Places.Of(type));
            }
        }
    }

    private static void CheckField(FieldedType type, Field field, InterfaceType contract, Field promised, SchemaReport report)
    {
        var theirs = Places.OfField(contract, promised.Name);
        var ours = Places.OfField(type, field.Name);
        if (!TypeRelations.IsSubtype(field.Type, promised.Type))
        {
            report.Add(
                $"Interface field {contract}.{promised.Name} expects type {promised.Type} but {type}.{field.Name} is type {field.Type}.",
                theirs,
                ours);
        }

        if (field.DeprecationReason is not null && promised.DeprecationReason is null)
        {
            report.Add(
                $"Interface field {contract}.{promised.Name} is not deprecated, "
                + $"so implementation field {type}.{field.Name} must not be deprecated.",
                theirs,
                ours);
        }

        foreach (var argument in promised.Arguments.Values)
        {
            CheckArgument($"{contract}.{promised.Name}", argument, $"{type}.{field.Name}", field, report, [theirs, ours]);
        }

        foreach (var extra in field.Arguments.Values.Where(extra => extra.IsRequired && !promised.Arguments.ContainsKey(extra.Name)))
        {
            report.Add(
                $"Argument \"{type}.{field.Name}({extra.Name}:)\" must not be required type \"{extra.Type}\" "
                + $"if not provided by the Interface field \"{contract}.{promised.Name}\".",
                ours,
                theirs);
        }
    }

    private static void CheckArgument(
        string theirs, InputValue promised, string ours, Field field, SchemaReport report, IReadOnlyList<Location?> places)
    {
        if (!field.Arguments.TryGetValue(promised.Name, out var argument))
        {
            report.Add($"Interface field argument {theirs}({promised.Name}:) expected but {ours} does not provide it.", places);
        }
        else if (!TypeRelations.AreEqual(promised.Type, argument.Type))
        {
            report.Add(
                $"Interface field argument {theirs}({promised.Name}:) expects type {promised.Type} "
                + $"but {ours}({promised.Name}:) is type {argument.Type}.",
                places);
        }
    }
}
