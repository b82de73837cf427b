namespace Webox.GraphQL.Engine.Types.Rules;

/// <summary>https://spec.graphql.org/September2025/#sec-Root-Operation-Types</summary>
internal static class RootTypeRules
{
    public static void Check(Schema schema, SchemaReport report)
    {
        // One of the wrong kind was left out and is reported as that.
        if (schema.QueryType is null && schema.WrongKinds.Count == 0)
        {
            report.Add("Query root type must be provided.");
        }

        (string Operation, ObjectType? Type)[] roots =
        [
            ("query", schema.QueryType), ("mutation", schema.MutationType), ("subscription", schema.SubscriptionType),
        ];
        foreach (var shared in roots.Where(root => root.Type is not null).GroupBy(root => root.Type).Where(group => group.Count() > 1))
        {
            var operations = shared.Select(root => root.Operation).ToArray();
            var list = operations.Length == 2
                ? $"{operations[0]} and {operations[1]}"
                : $"{operations[0]}, {operations[1]}, and {operations[2]}";
            report.Add(
                $"All root types must be different, \"{shared.Key}\" type is used as {list} root types.", Places.Of(shared.Key!));
        }
    }
}
