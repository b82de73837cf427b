using Microsoft.Extensions.DependencyInjection;
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
        Assert.Equal(["Order", "Transfer"], ((UnionType)server.Schema.FindType("Subject")!).Types.Select(type => type.Name));
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
            """{"data":{"actions":[{"__typename":"Redirect","url":"https://pay.example/"},{"__typename":"Transfer","reference":"R1"}],"pets":[{"__typename":"Cat","name":"Tom"},{"__typename":"Dog","name":"Rex"}],"subject":{"__typename":"Order"}}}""",
            await server.ExecuteAsync("{ actions { __typename ... on Redirect { url } ... on Transfer { reference } } pets { __typename name } subject { __typename } }"));
    }

    private static GraphQLServer Start() =>
        GraphQLServer.With(builder => builder.AddUnionType("Subject", typeof(Order), typeof(Transfer)).AddInterfaceType<IPet>(), typeof(Queries));

    [UnionType]
    public abstract record PaymentAction;

    public sealed record Redirect(Uri Url) : PaymentAction;

    public sealed record Transfer(string Reference) : PaymentAction;

    [GraphQLName("Pet")]
    public interface IPet
    {
        string Name { get; }
    }

    public sealed record Cat(string Name) : IPet;

    public sealed record Dog(string Name) : IPet;

    public record Order(int Number);

    public sealed record GiftOrder(int Number, string For) : Order(Number);

    [QueryType]
    public static class Queries
    {
        public static IEnumerable<PaymentAction> Actions() => [new Redirect(new Uri("https://pay.example/")), new Transfer("R1")];

        public static IReadOnlyList<IPet> Pets() => [new Cat("Tom"), new Dog("Rex")];

        [GraphQLType("Subject!")]
        public static object Subject() => new GiftOrder(1, "Ada");
    }
}
