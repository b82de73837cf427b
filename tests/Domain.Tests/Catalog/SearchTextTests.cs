using Webox.Domain.Catalog;

namespace Webox.Domain.Tests.Catalog;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("Générateur de Contenu", "generateur de contenu")]
    [InlineData("ŒUVRE, Æther, Ça", "oeuvre, aether, ca")]
    [InlineData("e\u0301", "e")]
    public void Case_and_accents_are_gone(string text, string plain) => Assert.Equal(plain, SearchText.Of(text));

    [Fact]
    public void What_is_no_text_is_left_out() => Assert.All(
        ["a\ud83db", "a\0b", "a\uFFFEb", "\ude42ab", "ab\ud83d"], text => Assert.Equal("ab", SearchText.Of(text)));

    [Fact]
    public void A_query_is_split_at_every_kind_of_space() => Assert.Equal(["video", "ia"], SearchText.Words("  Vidéo\u00a0\tIA "));
}
