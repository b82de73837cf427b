using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>Whether a constant literal fits a type. https://spec.graphql.org/September2025/#sec-Input-Values.Input-Coercion</summary>
internal static class ConstantCheck
{
    /// <returns>What is wrong, in the words of graphql-js; empty when the literal fits.</returns>
    public static IEnumerable<string> FindProblems(ValueNode value, GraphType type) => (type, value) switch
    {
        (NonNullType, NullValueNode) => [$"Expected value of non-null type \"{type}\" not to be null."],
        (NonNullType nonNull, _) => FindProblems(value, nonNull.OfType),
        (_, NullValueNode) => [],
        (ListType list, ListValueNode items) => items.Values.SelectMany(item => FindProblems(item, list.OfType)),
        (ListType list, _) => FindProblems(value, list.OfType),
        (InputObjectType input, ObjectValueNode fields) => FindProblems(fields, input),
        (InputObjectType, _) => [$"Expected value of type \"{type}\" to be an object, found: {Printer.Print(value)}."],
        (EnumType values, EnumValueNode name) => values.Values.ContainsKey(name.Value)
            ? []
            : [$"Value \"{name.Value}\" does not exist in \"{type}\" enum."],
        (EnumType, _) => [$"Enum \"{type}\" cannot represent non-enum value: {Printer.Print(value)}."],
        (ScalarType scalar, _) => FindProblems(value, scalar),
        _ => [],
    };

    private static IEnumerable<string> FindProblems(ValueNode value, ScalarType scalar)
    {
        try
        {
            scalar.ParseLiteral(value, null);
            return [];
        }
        catch (GraphQLException refusal)
        {
            return [refusal.Message];
        }
    }

    private static IEnumerable<string> FindProblems(ObjectValueNode value, InputObjectType type)
    {
        var given = value.Fields.ToLookup(field => field.Name.Value, field => field.Value, StringComparer.Ordinal);
        foreach (var field in type.Fields.Values.Where(field => field.IsRequired && !given.Contains(field.Name)))
        {
            yield return
                $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Printer.Print(value)}.";
        }

        foreach (var group in given)
        {
            if (!type.Fields.TryGetValue(group.Key, out var field))
            {
                yield return $"Expected value of type \"{type}\" not to include unknown field \"{group.Key}\".";
                continue;
            }

            if (group.Count() > 1)
            {
                yield return $"There can be only one input field named \"{group.Key}\".";
            }

            foreach (var problem in group.SelectMany(item => FindProblems(item, field.Type)))
            {
                yield return problem;
            }
        }

        if (type.IsOneOf && given.Count != 1)
        {
            yield return $"Exactly one key must be specified for OneOf type \"{type}\".";
        }
        else if (type.IsOneOf && given.Single() is var only && only.Any(item => item is NullValueNode))
        {
            yield return $"Field \"{type}.{only.Key}\" used for OneOf Input Object must be non-null.";
        }
    }
}
