using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Tests.Language;

public class ParserTests
{
    [Fact]
    public void A_query_is_read_with_all_its_parts()
    {
        var document = Parser.ParseDocument(
            """
            "Products by name."
            query Products("At most 50." $first: Int = 10 @tag, $in: [ID!]!) @live {
              all: products(first: $first) @include(if: true) { ...Name ... on Product { id } ... @skip(if: false) { id } }
            }
            "The name." fragment Name on Product { name }
            """);

        var query = Assert.IsType<OperationDefinitionNode>(document.Definitions[0]);
        Assert.Equal(("Products by name.", OperationType.Query, "Products"), (query.Description!.Value, query.Operation, query.Name!.Value));
        Assert.Equal(["At most 50.", null], query.VariableDefinitions.Select(variable => variable.Description?.Value));
        Assert.Equal(["first", "in"], query.VariableDefinitions.Select(variable => variable.Variable.Name.Value));
        Assert.Equal("10", Assert.IsType<IntValueNode>(query.VariableDefinitions[0].DefaultValue).Value);
        Assert.Equal("tag", Assert.Single(query.VariableDefinitions[0].Directives).Name.Value);
        Assert.Equal("live", Assert.Single(query.Directives).Name.Value);

        var products = Assert.IsType<FieldNode>(Assert.Single(query.SelectionSet.Selections));
        Assert.Equal(("all", "products", new Location(3, 3)), (products.ResponseKey, products.Name.Value, products.Location));
        Assert.Collection(
            products.SelectionSet!.Selections,
            spread => Assert.Equal("Name", Assert.IsType<FragmentSpreadNode>(spread).Name.Value),
            inline => Assert.Equal("Product", Assert.IsType<InlineFragmentNode>(inline).TypeCondition!.Name.Value),
            bare => Assert.Null(Assert.IsType<InlineFragmentNode>(bare).TypeCondition));

        var fragment = Assert.IsType<FragmentDefinitionNode>(document.Definitions[1]);
        Assert.Equal(("The name.", "Name", "Product"), (fragment.Description!.Value, fragment.Name.Value, fragment.TypeCondition.Name.Value));
    }

    [Theory]
    [InlineData("{", "Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{ a { } }", "Expected Name, found \"}\".", 1, 7)]
    [InlineData("query Q($a: Int = $b) { a }", "Unexpected variable \"$b\" in constant value.", 1, 19)]
    [InlineData("{ ...on }", "Expected Name, found \"}\".", 1, 9)]
    [InlineData("fragment on on T { a }", "Unexpected Name \"on\".", 1, 10)]
    [InlineData("\"Why?\" { a }", "Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("extend type Product", "Unexpected <EOF>.", 1, 20)]
    [InlineData("{ a }\r\n\r\n  query { }", "Expected Name, found \"}\".", 3, 11)]
    public void What_is_no_document_is_refused_where_it_goes_wrong(string source, string message, int line, int column)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Parser.ParseDocument(source)).Errors);

        Assert.Equal($"Syntax Error: {message}", error.Message);
        Assert.Equal(ErrorCodes.SyntaxError, error.Code);
        Assert.Equal([new Location(line, column)], error.Locations);
    }

    [Fact]
    public void A_message_quotes_only_the_beginning_of_what_it_complains_about()
    {
        var source = $"{{ \"{new string('a', 100_000)}\" }}";

        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Parser.ParseDocument(source)).Errors);

        Assert.StartsWith("Syntax Error: Expected Name, found String \"aaa", error.Message, StringComparison.Ordinal);
        Assert.Equal(215, error.Message.Length);
    }

    [Fact]
    public void A_type_reference_is_read_alone()
    {
        var type = Assert.IsType<NonNullTypeNode>(Parser.ParseType("[ID!]!"));

        var item = Assert.IsType<NonNullTypeNode>(Assert.IsType<ListTypeNode>(type.Type).Type);
        Assert.Equal("ID", Assert.IsType<NamedTypeNode>(item.Type).Name.Value);
    }

    [Fact]
    public void A_constant_refuses_a_variable_that_a_value_may_hold()
    {
        Assert.IsType<VariableNode>(Assert.IsType<ListValueNode>(Parser.ParseValue("[$a]")).Values[0]);
        Assert.Throws<GraphQLException>(() => Parser.ParseValue("[$a]", isConst: true));
    }
}
