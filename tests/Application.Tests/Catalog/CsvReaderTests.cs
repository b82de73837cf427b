using Webox.Application.Catalog;

namespace Webox.Application.Tests.Catalog;

/// <summary>The rules of RFC 4180, section 2.</summary>
public sealed class CsvReaderTests
{
    [Theory]
    [InlineData("a,b\r\nc,d\r\n", "1:a|b 2:c|d")]
    [InlineData("a,b\r\nc,d", "1:a|b 2:c|d")]
    [InlineData("a,b\nc,d\n", "1:a|b 2:c|d")]
    [InlineData("\"a\",\"b\"\"c\",\"d,e\"", "1:a|b\"c|d,e")]
    [InlineData("\"x\r\ny\",z\r\nlast", "1:x\ny|z 3:last")]
    [InlineData("a,,c\r\n,", "1:a||c 2:|")]
    [InlineData(" a , b ", "1: a | b ")]
    [InlineData("a\r\n\r\n\r\nb", "1:a 4:b")]
    [InlineData("\"\"", "")]
    [InlineData("a\rb", "1:a\rb")]
    [InlineData("", "")]
    public async Task Records_are_read(string text, string records) => Assert.Equal(records, await ReadAsync(text));

    [Theory]
    [InlineData("a\r\nb\"c", 2)]
    [InlineData("a\r\n\"b\"c", 2)]
    [InlineData("a\r\n\"b\r\nc", 2)]
    public async Task A_quote_that_stands_where_none_may_is_refused_with_its_line(string text, int line) =>
        Assert.Equal(line, (await Assert.ThrowsAsync<CsvFormatException>(() => ReadAsync(text))).Line);

    [Fact]
    public async Task A_cell_and_a_record_are_bounded()
    {
        await Assert.ThrowsAsync<CsvFormatException>(() => ReadAsync(new string('x', CsvReader.CellLengthMax + 1)));
        await Assert.ThrowsAsync<CsvFormatException>(() => ReadAsync("\"" + new string('x', 1_000_000)));
        await Assert.ThrowsAsync<CsvFormatException>(() => ReadAsync(new string(',', 1_000_000)));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task It_does_not_matter_in_what_pieces_the_text_comes(int size)
    {
        const string Text = "a,\"b\r\n\"\"c\"\r\nd,e\r\n";

        Assert.Equal("1:a|b\n\"c 3:d|e", await ReadAsync(new Dribble(Text, size)));
    }

    private static Task<string> ReadAsync(string text) => ReadAsync(new StringReader(text));

    private static async Task<string> ReadAsync(TextReader text)
    {
        List<string> records = [];
        await foreach (var record in new CsvReader(text).ReadAsync(default))
        {
            records.Add($"{record.Line}:{string.Join('|', record.Cells)}");
        }

        return string.Join(' ', records);
    }

    /// <summary>Gives a few characters at a time, as a slow network does.</summary>
    private sealed class Dribble(string text, int size) : StringReader(text)
    {
        public override ValueTask<int> ReadAsync(Memory<char> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(size, buffer.Length)], cancellationToken);
    }
}
