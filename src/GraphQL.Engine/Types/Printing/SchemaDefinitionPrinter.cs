using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Types.Printing;

internal static class SchemaDefinitionPrinter
{
    /// <summary>Empty when the definition would say nothing new: no description, and all root types under their default names.</summary>
    public static string Print(Schema schema)
    {
        (string Operation, ObjectType? Type)[] roots =
        [
            ("query", schema.QueryType), ("mutation", schema.MutationType), ("subscription", schema.SubscriptionType),
        ];
        var hasDefaults = schema.QueryType == schema.FindType("Query")
            && schema.MutationType == schema.FindType("Mutation")
            && schema.SubscriptionType == schema.FindType("Subscription");
        if (schema.Description is null && (hasDefaults || roots.All(root => root.Type is null)))
        {
            return "";
        }

        var lines = roots.Where(root => root.Type is not null).Select(root => $"{root.Operation}: {root.Type}");
        return DescriptionPrinter.Print(schema.Description) + $"schema {Layout.Block(lines)}";
    }
}
