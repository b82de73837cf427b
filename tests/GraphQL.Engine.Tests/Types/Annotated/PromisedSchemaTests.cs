using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

/// <summary>Where the test shop has a type of the promised schema, the conventions give it exactly the promised shape.</summary>
public sealed class PromisedSchemaTests
{
    [PromisedSchemaTheory]
    [InlineData("Node")]
    [InlineData("Error")]
    [InlineData("PageInfo")]
    [InlineData("ProductConnection")]
    [InlineData("ProductEdge")]
    [InlineData("Money")]
    [InlineData("AddToCartInput")]
    [InlineData("AddToCartPayload")]
    [InlineData("ClearCartInput")]
    [InlineData("ClearCartPayload")]
    [InlineData("SignOutInput")]
    [InlineData("SignOutPayload")]
    [InlineData("ProductNotFoundError")]
    [InlineData("InvalidQuantityError")]
    [InlineData("ProductKind")]
    public async Task A_type_has_the_promised_shape(string name)
    {
        await using var server = ShopServer.Start();
        var promised = SdlSchemaBuilder.Build(Parser.ParseDocument(await File.ReadAllTextAsync(PromisedSchemaTheoryAttribute.Path!), ParserOptions.Unlimited));

        Assert.Equal(Shape(promised.FindType(name)!), Shape(server.Schema.FindType(name)!));
    }

    [PromisedSchemaTheory]
    [InlineData("products")]
    [InlineData("node")]
    [InlineData("cart")]
    [InlineData("productBySlug")]
    public async Task A_query_has_the_promised_signature(string name)
    {
        await using var server = ShopServer.Start();
        var promised = SdlSchemaBuilder.Build(Parser.ParseDocument(await File.ReadAllTextAsync(PromisedSchemaTheoryAttribute.Path!), ParserOptions.Unlimited));

        Assert.Equal(Signature(promised.QueryType!.Fields[name]), Signature(server.Schema.QueryType!.Fields[name]));
    }

    private static List<string> Shape(NamedType type) => type switch
    {
        FieldedType fielded => [.. fielded.Interfaces.Select(contract => contract.Name), .. fielded.Fields.Values.Select(Signature)],
        InputObjectType input => [.. input.Fields.Values.Select(Signature)],
        EnumType values => [.. values.Values.Keys],
        _ => [type.Name],
    };

    private static string Signature(Field field) =>
        $"{field.Name}({string.Join(", ", field.Arguments.Values.Select(Signature))}): {field.Type}";

    private static string Signature(InputValue value) =>
        $"{value.Name}: {value.Type}{(value.DefaultValue is null ? "" : $" = {Printer.Print(value.DefaultValue)}")}";
}
