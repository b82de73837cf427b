using Webox.GraphQL.Engine.Types.Rules;

namespace Webox.GraphQL.Engine.Types;

/// <summary>The rules a type system must keep. https://spec.graphql.org/September2025/#sec-Type-System</summary>
public static class SchemaValidator
{
    /// <returns>Empty when the schema is sound. Errors have locations where the schema was made from SDL.</returns>
    public static IReadOnlyList<IError> Validate(Schema schema)
    {
        var report = new SchemaReport();
        report.Add(schema.WrongKinds);
        RootTypeRules.Check(schema, report);
        foreach (var directive in schema.Directives.Where(directive => !SpecifiedDirectives.All.Contains(directive)))
        {
            DirectiveRules.Check(directive, schema, report);
        }

        foreach (var type in schema.Types.Where(type => !SchemaTypes.IsBuiltIn(type)))
        {
            Check(type, report);
        }

        InputObjectCycleRules.Check(schema, report);
        DefaultValueCycleRules.Check(schema, report);
        return report.Errors;
    }

    private static void Check(NamedType type, SchemaReport report)
    {
        NameRules.Check(type.Name, report, Places.Of(type));
        switch (type)
        {
            case FieldedType fielded:
                FieldRules.Check(fielded, report);
                InterfaceRules.Check(fielded, report);
                break;
            case UnionType union:
                UnionRules.Check(union, report);
                break;
            case EnumType values:
                EnumRules.Check(values, report);
                break;
            case InputObjectType input:
                InputObjectRules.Check(input, report);
                break;
        }
    }
}
