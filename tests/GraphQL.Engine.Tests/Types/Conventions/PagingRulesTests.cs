using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Types.Conventions;
using Webox.GraphQL.Engine.Types.Pagination;

namespace Webox.GraphQL.Engine.Tests.Types.Conventions;

public sealed class PagingRulesTests
{
    [Fact]
    public void Without_a_size_the_default_is_taken_in_the_direction_of_the_cursor()
    {
        Assert.Equal(new PagingArguments(First: 10), Read([]));
        Assert.Equal(new PagingArguments(First: 10, After: "a"), Read(new() { ["after"] = "a" }));
        Assert.Equal(new PagingArguments(Last: 10, Before: "b"), Read(new() { ["before"] = "b" }));
    }

    [Fact]
    public void A_size_from_nothing_to_the_maximum_is_taken_as_it_is()
    {
        Assert.Equal(new PagingArguments(First: 0), Read(new() { ["first"] = 0 }));
        Assert.Equal(new PagingArguments(First: 50, After: "a"), Read(new() { ["first"] = 50, ["after"] = "a", ["before"] = null }));
        Assert.Equal(new PagingArguments(Last: 50), Read(new() { ["last"] = 50 }));
    }

    [Theory]
    [InlineData(51, null, "`first` must be at most 50.")]
    [InlineData(-1, null, "`first` must not be negative.")]
    [InlineData(null, 51, "`last` must be at most 50.")]
    [InlineData(null, -1, "`last` must not be negative.")]
    [InlineData(1, 1, "Give either `first` or `last`, not both.")]
    public void Other_sizes_are_refused(int? first, int? last, string message)
    {
        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Read(new() { ["first"] = first, ["last"] = last })).Errors);

        Assert.Equal((ErrorCodes.InvalidPageSize, message), (error.Code, error.Message));
    }

    [Theory]
    [InlineData("first", "before")]
    [InlineData("last", "after")]
    [InlineData("after", "before")]
    public void A_cursor_of_the_other_direction_is_refused(string one, string other)
    {
        object Value(string name) => name is "first" or "last" ? 2 : "cursor";

        var error = Assert.Single(Assert.Throws<GraphQLException>(() => Read(new() { [one] = Value(one), [other] = Value(other) })).Errors);

        Assert.Equal(ErrorCodes.InvalidCursor, error.Code);
    }

    private static PagingArguments Read(Dictionary<string, object?> arguments) => PagingRules.Read(arguments, new PagingSettings());
}
