using Webox.GraphQL.Engine.Types.Pagination;

namespace Webox.GraphQL.Engine.Tests.Types.Pagination;

public sealed class PageTests
{
    [Fact]
    public void The_first_page_keeps_what_was_asked_and_knows_of_more()
    {
        var page = Page([1, 2, 3], new PagingArguments(First: 2));

        Assert.Equal([1, 2], Nodes(page));
        Assert.Equal(new ConnectionPageInfo(HasNextPage: true, HasPreviousPage: false, "c1", "c2"), page.Info);
    }

    [Fact]
    public void The_last_page_forward_has_only_something_behind_it()
    {
        var page = Page([4, 5], new PagingArguments(First: 2, After: "c3"));

        Assert.Equal([4, 5], Nodes(page));
        Assert.Equal(new ConnectionPageInfo(HasNextPage: false, HasPreviousPage: true, "c4", "c5"), page.Info);
    }

    [Fact]
    public void A_backward_page_is_read_in_reverse_and_given_in_order()
    {
        var page = Page([5, 4, 3], new PagingArguments(Last: 2));

        Assert.Equal([4, 5], Nodes(page));
        Assert.Equal(new ConnectionPageInfo(HasNextPage: false, HasPreviousPage: true, "c4", "c5"), page.Info);
    }

    [Fact]
    public void A_backward_page_before_a_cursor_has_that_item_after_it()
    {
        var page = Page([2, 1], new PagingArguments(Last: 2, Before: "c3"));

        Assert.Equal([1, 2], Nodes(page));
        Assert.Equal(new ConnectionPageInfo(HasNextPage: true, HasPreviousPage: false, "c1", "c2"), page.Info);
    }

    [Fact]
    public void A_page_of_nothing_says_whether_there_is_something()
    {
        Assert.Equal(new ConnectionPageInfo(HasNextPage: true, HasPreviousPage: false, null, null), Page([1], new PagingArguments(First: 0)).Info);
        Assert.Equal(new ConnectionPageInfo(HasNextPage: false, HasPreviousPage: false, null, null), Page([], new PagingArguments(First: 2)).Info);
    }

    [Fact]
    public async Task The_total_is_counted_when_it_is_asked_for()
    {
        var counted = 0;
        var page = Engine.Types.Pagination.Page.ToConnection([1], new PagingArguments(First: 2), item => $"c{item}", _ => new ValueTask<int>(++counted + 41));

        Assert.Equal(0, counted);
        Assert.Equal(42, await page.GetTotalCountAsync(CancellationToken.None));
    }

    private static Connection<int> Page(IReadOnlyList<int> items, PagingArguments arguments) =>
        Engine.Types.Pagination.Page.ToConnection(items, arguments, item => $"c{item}");

    private static IEnumerable<int> Nodes(Connection<int> page) => page.Edges.Select(edge => edge.Node);
}
