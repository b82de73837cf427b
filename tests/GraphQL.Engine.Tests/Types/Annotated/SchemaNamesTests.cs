using Webox.GraphQL.Engine.Annotations;
using Webox.GraphQL.Engine.Types.Annotated;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

public sealed class SchemaNamesTests
{
    [Theory]
    [InlineData("Queued", "QUEUED")]
    [InlineData("InReview", "IN_REVIEW")]
    [InlineData("HTTPError", "HTTP_ERROR")]
    [InlineData("DallE3", "DALL_E3")]
    [InlineData("ALREADY_THERE", "ALREADY_THERE")]
    public void Enum_values_are_upper_case_words(string name, string expected) => Assert.Equal(expected, SchemaNames.OfEnumValue(name));

    [Theory]
    [InlineData(nameof(Methods.GetProductBySlugAsync), "productBySlug")]
    [InlineData(nameof(Methods.Get), "get")]
    [InlineData(nameof(Methods.Getaway), "getaway")]
    [InlineData(nameof(Methods.URLOfImage), "urlOfImage")]
    [InlineData(nameof(Methods.Renamed), "called")]
    public void Methods_lose_what_is_only_meant_for_dotnet(string name, string expected)
    {
        var method = typeof(Methods).GetMethod(name)!;

        Assert.Equal(expected, SchemaNames.OfField(method, Attributes.Of(method)));
    }

    [Theory]
    [InlineData(typeof(Methods), "Methods")]
    [InlineData(typeof(OutOfStockException), "OutOfStockError")]
    [InlineData(typeof(Of<SearchInput>), "OfOfSearchInput")]
    public void Output_types_are_called_as_their_class(Type type, string expected) => Assert.Equal(expected, SchemaNames.OfOutputType(type));

    [Theory]
    [InlineData(typeof(Methods), "MethodsInput")]
    [InlineData(typeof(SearchInput), "SearchInput")]
    [InlineData(typeof(Filter), "ProductFilter")]
    public void Input_types_end_with_input_unless_they_are_named(Type type, string expected) => Assert.Equal(expected, SchemaNames.OfInputType(type));

    private static class Methods
    {
        public static int GetProductBySlugAsync() => 0;

        public static int Get() => 0;

        public static int Getaway() => 0;

        public static int URLOfImage() => 0;

        [GraphQLName("called")]
        public static int Renamed() => 0;
    }

    private sealed class OutOfStockException : Exception;

    private sealed class Of<T>
    {
        public T? Value { get; init; }
    }

    private sealed record SearchInput;

    [GraphQLName("ProductFilter")]
    private sealed record Filter;
}
