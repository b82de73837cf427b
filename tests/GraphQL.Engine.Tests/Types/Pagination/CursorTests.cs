using System.Buffers.Text;
using System.Text;
using Webox.GraphQL.Engine.Types.Pagination;

namespace Webox.GraphQL.Engine.Tests.Types.Pagination;

public sealed class CursorTests
{
    [Fact]
    public void Keys_come_back_exactly()
    {
        var at = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)).AddTicks(1234567);
        var id = new Guid("0198c5a0-7d1c-7f64-9a3e-0123456789ab");

        Assert.Equal((at, id), Cursor.Decode<DateTimeOffset, Guid>(Cursor.Encode(at, id)));
        Assert.Equal(("Éclair, \"noir\"", long.MinValue, 12), Cursor.Decode<string, long, int>(Cursor.Encode("Éclair, \"noir\"", long.MinValue, 12)));
        Assert.Equal(4.75m, Cursor.Decode<decimal>(Cursor.Encode(4.75m)));
        Assert.Equal((true, null), Cursor.Decode<bool, long?>(Cursor.Encode(true, null)));
    }

    [Fact]
    public void A_cursor_is_fit_for_a_web_address() => Assert.Matches("^[A-Za-z0-9_-]+$", Cursor.Encode("??>>~~ÿ", Guid.Empty));

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("AAAA")]
    [InlineData("bnVsbA")]
    [InlineData("W10")]
    [InlineData("WyJhIl0")]
    [InlineData("WzFd")]
    [InlineData("W251bGxd")]
    public void Anything_else_is_an_invalid_cursor(string cursor) => AssertInvalid(() => Cursor.Decode<long>(cursor));

    [Fact]
    public void A_cursor_of_other_keys_is_invalid()
    {
        AssertInvalid(() => Cursor.Decode<long>(Cursor.Encode(1L, 2L)));
        AssertInvalid(() => Cursor.Decode<Guid, long>(Cursor.Encode(1L, 2L)));
        AssertInvalid(() => Cursor.Decode<DateTimeOffset>(Cursor.Encode(long.MaxValue)));
        AssertInvalid(() => Cursor.Decode<int>(Cursor.Encode(long.MaxValue)));
    }

    [Fact]
    public void A_cursor_of_many_characters_is_not_even_read() =>
        AssertInvalid(() => Cursor.Decode<string>(Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"[\"{new string('a', 2000)}\"]"))));

    private static void AssertInvalid(Func<object> decode) =>
        Assert.Equal(ErrorCodes.InvalidCursor, Assert.Single(Assert.Throws<GraphQLException>(decode).Errors).Code);
}
