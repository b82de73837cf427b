using System.Text;
using System.Text.Json;
using Webox.GraphQL.Engine.AspNetCore;

namespace Webox.GraphQL.Engine.Tests.AspNetCore;

public sealed class JsonTextTests
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"a":{"b":1,"b":2}}""")]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"a":"\udc00\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("[[[[[1]]]]]")]
    public void What_could_surprise_later_is_refused(string text) =>
        Assert.ThrowsAny<JsonException>(() => JsonText.Parse(Encoding.UTF8.GetBytes(text), depthMax: 4));

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused() =>
        Assert.Throws<JsonException>(() => JsonText.Parse(new byte[] { (byte)'"', 0xC3, 0x28, (byte)'"' }, depthMax: 4));

    [Theory]
    [InlineData("[[[[1]]]]")]
    [InlineData("""{"a":"\ud83d\ude00 😀 \u00e9"}""")]
    public void The_rest_is_read(string text)
    {
        using var document = JsonText.Parse(Encoding.UTF8.GetBytes(text), depthMax: 4);

        Assert.Equal(text, document.RootElement.GetRawText());
    }
}
