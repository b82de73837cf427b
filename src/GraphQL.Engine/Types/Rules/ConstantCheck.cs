using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>Whether a constant literal fits a type. https://spec.graphql.org/September2025/#sec-Input-Values.Input-Coercion</summary>
internal static class ConstantCheck
{
    /// <param name="path">Where the value stands in the whole: <c>[1].min</c>. Empty: it is the whole.</param>
    /// <returns>What is wrong and where, in the words of graphql-js; empty when the literal fits.</returns>
    public static IEnumerable<(string Path, string Message)> FindProblems(ValueNode value, GraphType type, string path = "") => (type, value) switch
    {
        (NonNullType, NullValueNode) => [(path, $"Expected value of non-null type \"{type}\" not to be null.")],
        (NonNullType nonNull, _) => FindProblems(value, nonNull.OfType, path),
        (_, NullValueNode) => [],
        (ListType list, ListValueNode items) => items.Values.SelectMany((item, index) => FindProblems(item, list.OfType, $"{path}[{index}]")),
        (ListType list, _) => FindProblems(value, list.OfType, path),
        (InputObjectType input, ObjectValueNode fields) => FindProblems(fields, input, path),
        (InputObjectType, _) => [(path, $"Expected value of type \"{type}\" to be an object, found: {Printer.Print(value)}.")],
        (EnumType values, EnumValueNode name) => values.Values.ContainsKey(name.Value)
            ? []
            : [(path, $"Value \"{name.Value}\" does not exist in \"{type}\" enum.")],
        (EnumType, _) => [(path, $"Enum \"{type}\" cannot represent non-enum value: {Printer.Print(value)}.")],
        (ScalarType scalar, _) => FindProblems(value, scalar, path),
        _ => [],
    };

    private static IEnumerable<(string Path, string Message)> FindProblems(ValueNode value, ScalarType scalar, string path)
    {
        try
        {
            scalar.ParseLiteral(value, null);
            return [];
        }
        catch (GraphQLException refusal)
        {
            return [(path, refusal.Message)];
        }
    }

    private static IEnumerable<(string Path, string Message)> FindProblems(ObjectValueNode value, InputObjectType type, string path)
    {
        var given = value.Fields.ToLookup(field => field.Name.Value, field => field.Value, StringComparer.Ordinal);
        foreach (var field in type.Fields.Values.Where(field => field.IsRequired && !given.Contains(field.Name)))
        {
            yield return (path, $"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {Printer.Print(value)}.");
        }

        foreach (var group in given)
        {
            if (!type.Fields.TryGetValue(group.Key, out var field))
            {
                yield return (path, $"Expected value of type \"{type}\" not to include unknown field \"{group.Key}\", found: {Printer.Print(value)}.");
                continue;
            }

            if (group.Count() > 1)
            {
                yield return (path, $"There can be only one input field named \"{group.Key}\".");
            }

            foreach (var problem in group.SelectMany(item => FindProblems(item, field.Type, $"{path}.{field.Name}")))
            {
                yield return problem;
            }
        }

        if (type.IsOneOf && (given.Count != 1 || given.Single().Any(item => item is NullValueNode)))
        {
            var place = given.Count == 1 ? $"{path}.{given.Single().Key}" : path;
            yield return (
                place,
                $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, "
                + "and the value for that field must be non-null.");
        }
    }
}
