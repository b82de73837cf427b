using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Scalars;

namespace Webox.GraphQL.Engine.Tests.Types;

public class SchemaValidatorTests
{
    [Theory]
    [InlineData("type __A { a: Int }", "Name \"__A\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type A { __a: Int }", "Name \"__a\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("enum A { __A }", "Name \"__A\" must not begin with \"__\", which is reserved by GraphQL introspection.")]
    [InlineData("type A", "Type A must define one or more fields.")]
    [InlineData("union A", "Union type A must define one or more member types.")]
    [InlineData("union A = Query | Query", "Union type A can only include type Query once.")]
    [InlineData("enum A", "Enum type A must define one or more values.")]
    [InlineData("input A", "Input Object type A must define one or more fields.")]
    [InlineData("type A { a: I } input I { a: Int }", "The type of A.a must be Output Type but got: I.")]
    [InlineData("type A { a(b: [A]): Int }", "The type of A.a(b:) must be Input Type but got: [A].")]
    [InlineData("input A { a: Query }", "The type of A.a must be Input Type but got: Query.")]
    [InlineData("type A { a(b: Int! @deprecated): Int }", "Required argument A.a(b:) cannot be deprecated.")]
    [InlineData("input A { a: Int! @deprecated }", "Required input field A.a cannot be deprecated.")]
    [InlineData("input A @oneOf { a: Int! }", "OneOf input field A.a must be nullable.")]
    [InlineData("input A @oneOf { a: Int = 1 }", "OneOf input field A.a cannot have a default value.")]
    [InlineData("directive @a(b: Query) on FIELD", "The type of @a(b:) must be Input Type but got: Query.")]
    [InlineData("directive @a(b: Int @a) on ARGUMENT_DEFINITION", "Directive @a must not reference itself through its arguments.")]
    [InlineData("schema { query: Query mutation: Query }",
        "All root types must be different, \"Query\" type is used as query and mutation root types.")]
    [InlineData("type A { a(b: Int = 1.5): Int }", "A.a(b:) has invalid default value: Int cannot represent non-integer value: 1.5")]
    [InlineData("type A { a(b: Int! = null): Int }",
        "A.a(b:) has invalid default value: Expected value of non-null type \"Int!\" not to be null.")]
    [InlineData("type A { a(b: [[Int]] = [1, [\"x\"]]): Int }",
        "A.a(b:) has invalid default value at [1][0]: Int cannot represent non-integer value: \"x\"")]
    [InlineData("enum E { A } type A { a(b: E = B): Int }", "A.a(b:) has invalid default value: Value \"B\" does not exist in \"E\" enum.")]
    [InlineData("enum E { A } type A { a(b: E = \"A\"): Int }",
        "A.a(b:) has invalid default value: Enum \"E\" cannot represent non-enum value: \"A\".")]
    [InlineData("input I { a: Int! } type A { a(b: I = {}): Int }",
        "A.a(b:) has invalid default value: Expected value of type \"I\" to include required field \"a\", found: {}.")]
    [InlineData("input I { a: Int } type A { a(b: I = { c: 1 }): Int }",
        "A.a(b:) has invalid default value: Expected value of type \"I\" not to include unknown field \"c\", found: { c: 1 }.")]
    [InlineData("input I @oneOf { a: Int b: Int } type A { a(c: I = { a: 1, b: 2 }): Int }",
        "A.a(c:) has invalid default value: Within OneOf Input Object type \"I\", exactly one field must be specified, "
        + "and the value for that field must be non-null.")]
    [InlineData("input I @oneOf { a: Int b: Int } type A { a(c: I = { a: null }): Int }",
        "A.a(c:) has invalid default value at .a: Within OneOf Input Object type \"I\", exactly one field must be specified, "
        + "and the value for that field must be non-null.")]
    [InlineData("input A { a: B! } input B { b: A! }",
        "Input Object A cannot be provided a finite value because it references itself through fields: A.a, B.b.")]
    [InlineData("input A @oneOf { a: A }",
        "Input Object A cannot be provided a finite value because it references itself through fields: A.a.")]
    [InlineData("input A { a: A = {} }", "Invalid circular reference. The default value of Input Object field A.a references itself.")]
    public void A_rule_of_the_type_system_is_kept(string sdl, string message) => Assert.Equal([message], Validate(sdl));

    [Theory]
    [InlineData("type A implements I & I { a: Int }", "Type A can only implement I once.")]
    [InlineData("interface A implements A { a: Int }", "Type A cannot implement itself because it would create a circular reference.")]
    [InlineData("interface J implements I { a: Int } type A implements J { a: Int }",
        "Type A must implement I because it is implemented by J.")]
    [InlineData("type A implements I { b: Int }", "Interface field I.a expected but A does not provide it.")]
    [InlineData("type A implements I { a: String }", "Interface field I.a expects type Int but A.a is type String.")]
    [InlineData("type A implements I { a(b: Int!): Int }",
        "Argument \"A.a(b:)\" must not be required type \"Int!\" if not provided by the Interface field \"I.a\".")]
    [InlineData("type A implements I { a: Int @deprecated }",
        "Interface field I.a is not deprecated, so implementation field A.a must not be deprecated.")]
    [InlineData("interface J { a(b: Int): Int } type A implements J { a: Int }",
        "Interface field argument J.a(b:) expected but A.a does not provide it.")]
    [InlineData("interface J { a(b: Int): Int } type A implements J { a(b: Int!): Int }",
        "Interface field argument J.a(b:) expects type Int but A.a(b:) is type Int!.")]
    public void A_promise_of_an_interface_is_kept(string sdl, string message) =>
        Assert.Equal([message], Validate($"{sdl} interface I {{ a: Int }}"));

    [Theory]
    [InlineData("interface J implements I { a: Int! } type A implements J & I { a: Int! b(c: Int! = 1): Int }")]
    [InlineData("interface J { j: I } type A implements J & I { j: A! a(b: Int): Int! }")]
    [InlineData("input A { a: A b: [A!]! c: B } input B { a: A! }")]
    [InlineData("input A @oneOf { a: A b: Int }")]
    [InlineData("input A { a: A = null b: [A] = [] }")]
    public void What_the_rules_allow_is_sound(string sdl) => Assert.Empty(Validate($"{sdl} interface I {{ a: Int }}"));

    [Fact]
    public void An_error_says_where_it_is()
    {
        var schema = SdlSchemaBuilder.Build(Parser.ParseDocument("type Query {\n  a(\n    b: Query): Int }"));

        var error = Assert.Single(SchemaValidator.Validate(schema));

        Assert.Equal((ErrorCodes.ValidationFailed, new Location(3, 5)), (error.Code, Assert.Single(error.Locations!)));
    }

    [Theory]
    [InlineData("type Query { q: Int } union U = ID", "Union type U can only include Object types, it cannot include ID.", 1, 33)]
    [InlineData("type Query implements ID { q: Int }", "Type Query must only implement Interface types, it cannot implement ID.", 1, 23)]
    [InlineData("scalar Query", "Query root type must be Object type, it cannot be Query.", 1, 8)]
    [InlineData("type Query { q: Int } schema { query: Query mutation: ID }",
        "Mutation root type must be Object type if provided, it cannot be ID.", 1, 55)]
    public void A_type_of_the_wrong_kind_is_reported_where_it_stands(string sdl, string message, int line, int column)
    {
        var error = Assert.Single(SchemaValidator.Validate(SdlSchemaBuilder.Build(Parser.ParseDocument(sdl))));

        Assert.Equal((message, new Location(line, column)), (error.Message, Assert.Single(error.Locations!)));
    }

    [Fact]
    public void A_schema_made_without_sdl_is_checked_too_and_has_no_places()
    {
        var query = new ObjectType("Query");
        query.Fields.Add("not-a-name", new Field("not-a-name", BuiltInScalars.Int));
        var schema = new Schema(query, null, null, SchemaTypes.Complete([query], []), SpecifiedDirectives.All);

        var error = Assert.Single(SchemaValidator.Validate(schema));

        Assert.Equal(
            ("\"not-a-name\" is no name: names are of [_a-zA-Z0-9] and do not start with a digit.", null),
            (error.Message, error.Locations));
    }

    [Fact]
    public void A_schema_without_queries_is_not_sound()
    {
        var schema = SdlSchemaBuilder.Build(Parser.ParseDocument("scalar A"));

        Assert.Equal("Query root type must be provided.", Assert.Single(SchemaValidator.Validate(schema)).Message);
    }

    private static IEnumerable<string> Validate(string sdl)
    {
        var schema = SdlSchemaBuilder.Build(Parser.ParseDocument($"{sdl} type Query {{ q: Int }}"));
        return SchemaValidator.Validate(schema).Select(error => error.Message);
    }
}
