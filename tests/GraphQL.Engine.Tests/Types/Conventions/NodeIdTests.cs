using System.Buffers.Text;
using Webox.GraphQL.Engine.Types.Conventions;

namespace Webox.GraphQL.Engine.Tests.Types.Conventions;

public sealed class NodeIdTests
{
    [Theory]
    [InlineData("Product", "0198c5a07d1c7f649a3e0123456789ab")]
    [InlineData("Message", "a:b")]
    [InlineData("Tag", "été")]
    [InlineData("Tag", "")]
    public void An_id_gives_its_type_and_value_back(string type, string value)
    {
        var id = NodeId.Encode(type, value);

        Assert.True(NodeId.TryDecode(id, out var actualType, out var actualValue));
        Assert.Equal((type, value), (actualType, actualValue));
    }

    [Fact]
    public void An_id_is_written_in_base64url() => Assert.Equal("UHJvZHVjdDo0Mg", NodeId.Encode("Product", "42"));

    [Theory]
    [InlineData("")]
    [InlineData("Product:42")]
    [InlineData("UHJvZHVjdDo0Mg==")]
    [InlineData(" UHJvZHVjdDo0Mg")]
    [InlineData("UHJvZHVjdDo0Mh")]
    [InlineData("UHJvZHVjdA")]
    [InlineData("OjQy")]
    [InlineData("_w")]
    public void Anything_else_is_no_id(string id) => Assert.False(NodeId.TryDecode(id, out _, out _));

    [Fact]
    public void A_very_long_id_is_not_even_read() =>
        Assert.False(NodeId.TryDecode(Base64Url.EncodeToString([.. "Product:"u8, .. new byte[1000]]), out _, out _));
}
