using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

public sealed class AbstractTypesTests
{
    [Fact]
    public async Task The_members_of_a_union_are_the_implementations_in_the_order_of_their_declaration()
    {
        await using var server = Start();

        Assert.Equal(["Redirect", "Transfer"], ((UnionType)server.Schema.FindType("PaymentAction")!).Types.Select(type => type.Name));
        Assert.Equal(["Cat", "Transfer"], ((UnionType)server.Schema.FindType("Subject")!).Types.Select(type => type.Name));
    }

    [Fact]
    public async Task Classes_implement_the_interfaces_of_the_schema()
    {
        await using var server = Start();

        Assert.Equal(["Cat", "Dog"], server.Schema.GetPossibleTypes((InterfaceType)server.Schema.FindType("Pet")!).Select(type => type.Name));
        Assert.Equal(["name"], ((InterfaceType)server.Schema.FindType("Pet")!).Fields.Keys);
    }

    [Fact]
    public async Task A_value_has_the_type_of_its_class_or_of_the_nearest_base_class()
    {
        await using var server = Start();

        Assert.Equal(
            """{"data":{"actions":[{"__typename":"Redirect","url":"https://pay.example/"},{"__typename":"Transfer","reference":"R1"}],"pets":[{"__typename":"Cat","name":"Tom"},{"__typename":"Dog","name":"Rex"}],"subject":{"__typename":"Cat"}}}""",
            await server.ExecuteAsync("{ actions { __typename ... on Redirect { url } ... on Transfer { reference } } pets { __typename name } subject { __typename } }"));
    }

    private static GraphQLServer Start() =>
        GraphQLServer.With(builder => builder.AddUnionType("Subject", typeof(Cat), typeof(Transfer)).AddInterfaceType<IPet>(), typeof(Queries));

    [UnionType]
    private abstract record PaymentAction;

    private sealed record Redirect(Uri Url) : PaymentAction;

    private sealed record Transfer(string Reference) : PaymentAction;

    [GraphQLName("Pet")]
    private interface IPet
    {
        string Name { get; }
    }

    private record Cat(string Name) : IPet;

    private sealed record Dog(string Name) : IPet;

    [QueryType]
    private static class Queries
    {
        public static IEnumerable<PaymentAction> Actions() => [new Redirect(new Uri("https://pay.example/")), new Transfer("R1")];

        public static IReadOnlyList<IPet> Pets() => [new Cat("Tom"), new Dog("Rex")];

        [GraphQLType("Subject!")]
        public static object Subject() => new Cat("Tom");
    }
}
