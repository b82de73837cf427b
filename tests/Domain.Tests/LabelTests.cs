namespace Webox.Domain.Tests;

public sealed class LabelTests
{
    [Fact]
    public void White_space_becomes_single_spaces() => Assert.Equal("Idées de noms", Label.Of("title", "  Idées\r\n de \u00a0noms ", 13));

    [Fact]
    public void What_is_empty_too_long_or_no_text_is_refused_by_name() => Assert.All(
        ["", " \n ", "123456", "a\0", "a\u0007", "a\ud83d"],
        text =>
        {
            var refusal = Assert.Throws<InvalidLabelException>(() => Label.Of("title", text, 5));

            Assert.Equal(("title", 5), (refusal.Field, refusal.LengthMax));
        });

    [Fact]
    public void Every_tag_is_kept_once() => Assert.Equal(["Été", "hiver", "a,b"], Tags.Of([" Été", "hiver", "été", "a,b", "Hiver"]));

    [Fact]
    public void Twenty_tags_are_kept_and_the_next_is_refused()
    {
        string[] tags = [.. Enumerable.Range(1, 20).Select(i => $"tag {i}")];

        Assert.Equal(tags, Tags.Of(tags));
        Assert.Equal(20, Assert.Throws<TooManyTagsException>(() => Tags.Of([.. tags, "tag 21"])).CountMax);
        Assert.Throws<InvalidLabelException>(() => Tags.Of([new string('a', 51)]));
    }
}
