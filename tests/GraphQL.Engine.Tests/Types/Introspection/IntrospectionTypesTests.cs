using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Introspection;

namespace Webox.GraphQL.Engine.Tests.Types.Introspection;

public class IntrospectionTypesTests
{
    private static readonly Schema Empty = SdlSchemaBuilder.Build(Parser.ParseDocument("type Query { a: Int }"));

    /// <summary>https://spec.graphql.org/September2025/#sec-Schema-Introspection.Schema-Introspection-Schema</summary>
    [Theory]
    [InlineData("__Schema",
        "description: String, types: [__Type!]!, queryType: __Type!, mutationType: __Type, subscriptionType: __Type, "
        + "directives: [__Directive!]!")]
    [InlineData("__Type",
        "kind: __TypeKind!, name: String, description: String, specifiedByURL: String, "
        + "fields(includeDeprecated: Boolean! = false): [__Field!], interfaces: [__Type!], possibleTypes: [__Type!], "
        + "enumValues(includeDeprecated: Boolean! = false): [__EnumValue!], "
        + "inputFields(includeDeprecated: Boolean! = false): [__InputValue!], ofType: __Type, isOneOf: Boolean")]
    [InlineData("__Field",
        "name: String!, description: String, args(includeDeprecated: Boolean! = false): [__InputValue!]!, type: __Type!, "
        + "isDeprecated: Boolean!, deprecationReason: String")]
    [InlineData("__InputValue",
        "name: String!, description: String, type: __Type!, defaultValue: String, isDeprecated: Boolean!, deprecationReason: String")]
    [InlineData("__EnumValue", "name: String!, description: String, isDeprecated: Boolean!, deprecationReason: String")]
    [InlineData("__Directive",
        "name: String!, description: String, isRepeatable: Boolean!, locations: [__DirectiveLocation!]!, "
        + "args(includeDeprecated: Boolean! = false): [__InputValue!]!")]
    public void A_schema_describes_itself_by_the_types_of_the_specification(string type, string fields)
    {
        var definition = (ObjectTypeDefinitionNode)Parser.ParseDocument(SchemaPrinter.Print(Empty.FindType(type)!)).Definitions[0];

        Assert.Equal(fields, string.Join(", ", definition.Fields.Select(field => Printer.Print(field with { Description = null }))));
    }

    [Fact]
    public void Kinds_and_places_are_those_of_the_specification()
    {
        Assert.Equal(
            ["SCALAR", "OBJECT", "INTERFACE", "UNION", "ENUM", "INPUT_OBJECT", "LIST", "NON_NULL"],
            ((EnumType)Empty.FindType("__TypeKind")!).Values.Keys);
        Assert.Equal(19, ((EnumType)Empty.FindType("__DirectiveLocation")!).Values.Count);
    }

    [Fact]
    public void Fields_read_the_schema_model()
    {
        var schema = SdlSchemaBuilder.Build(Parser.ParseDocument(
            """
            "All of it." schema { query: Q }
            type Q { "Why." a(b: [Int!]! = [1]): E! @deprecated(reason: "Old.") }
            enum E { A }
            input I @oneOf { a: Int }
            scalar U @specifiedBy(url: "https://example.com")
            """));
        var field = schema.QueryType!.Fields["a"];
        var argument = field.Arguments["b"];

        Assert.Equal("All of it.", Read("__Schema", "description", schema));
        Assert.Equal(schema.QueryType, Read("__Schema", "queryType", schema));
        Assert.Equal(("Why.", true), (Read("__Field", "description", field), Read("__Field", "isDeprecated", field)));
        Assert.Equal("Old.", Read("__Field", "deprecationReason", field));
        Assert.Equal(("NON_NULL", null), (Read("__Type", "kind", argument.Type), Read("__Type", "name", argument.Type)));
        Assert.Equal("LIST", Read("__Type", "kind", Read("__Type", "ofType", argument.Type)!));
        Assert.Equal("[1]", Read("__InputValue", "defaultValue", argument));
        Assert.Equal((true, null), (Read("__Type", "isOneOf", schema.FindType("I")!), Read("__Type", "isOneOf", schema.FindType("E")!)));
        Assert.Equal("https://example.com", Read("__Type", "specifiedByURL", schema.FindType("U")!));
        Assert.Null(Read("__Type", "interfaces", schema.FindType("U")!));
    }

    [Fact]
    public void Every_field_has_a_way_to_its_value()
    {
        var fields = IntrospectionTypes.All.OfType<ObjectType>().SelectMany(type => type.Fields.Values);

        Assert.All(fields, field => Assert.True(field.Getter is null != field.Resolver is null, field.Name));
    }

    private static object? Read(string type, string field, object parent) =>
        IntrospectionTypes.All.OfType<ObjectType>().Single(candidate => candidate.Name == type).Fields[field].Getter!(parent);
}
