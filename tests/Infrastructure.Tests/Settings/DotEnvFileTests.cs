using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Tests.Settings;

public sealed class DotEnvFileTests
{
    [Theory]
    [InlineData("A=b", "b")]
    [InlineData("A = b c ", "b c")]
    [InlineData("export A=b", "b")]
    [InlineData("\uFEFFA=b\r\n", "b")]
    [InlineData("A=", "")]
    [InlineData("A=b # why", "b")]
    [InlineData("A=b#c", "b#c")]
    [InlineData("A= # why", "")]
    [InlineData("A=#b", "#b")]
    [InlineData("A='b # c' # why", "b # c")]
    [InlineData("A=\"b # c\"", "b # c")]
    [InlineData("""A="b\nc\t\"d\"\\" """, "b\nc\t\"d\"\\")]
    [InlineData("""A='b\nc'""", """b\nc""")]
    [InlineData("A=Host=db;Password=p=q", "Host=db;Password=p=q")]
    [InlineData("A=1\nA=2", "2")]
    public void A_line_is_read_as_a_shell_reads_it(string text, string value) => Assert.Equal(value, DotEnvFile.Parse(text)["A"]);

    [Fact]
    public void Comments_and_empty_lines_are_no_settings() => Assert.Empty(DotEnvFile.Parse("# A=b\n\n   \n  # c"));

    [Theory]
    [InlineData("sk_live_secret")]
    [InlineData("A-B=sk_live_secret")]
    [InlineData("1A=sk_live_secret")]
    [InlineData("A=\"sk_live_secret")]
    [InlineData("A='sk_live_secret")]
    [InlineData("A='sk_live'_secret")]
    public void A_line_of_another_form_is_refused_by_its_number_and_not_told(string line) =>
        Assert.Equal("Line 2 is not NAME=value.", Assert.Throws<FormatException>(() => DotEnvFile.Parse($"B=c\n{line}")).Message);
}
