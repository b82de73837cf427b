using Webox.Domain.Catalog;

namespace Webox.Domain.Tests.Catalog;

public sealed class SearchTermsTests
{
    [Theory]
    [InlineData("Le Générateur d'Images", "generateur images")]
    [InlineData("  CŒUR   cœur ", "coeur")]
    [InlineData("node.js / C++", "node js")]
    [InlineData("\"vidéo\" OR (x AND NOT y*)", "video or x and not")]
    [InlineData("l'un de la", "l un de la")]
    [InlineData("日本 2026", "日本 2026")]
    [InlineData("%_\\'\"*:&|!()<>-", "")]
    [InlineData("   ", "")]
    [InlineData(null, "")]
    public void A_query_is_its_words_without_case_accents_and_what_every_sentence_has(string? query, string terms) =>
        Assert.Equal(terms, string.Join(' ', SearchTerms.Of(query)));

    [Fact]
    public void A_huge_query_is_cut()
    {
        Assert.Equal(SearchTerms.CountMax, SearchTerms.Of(string.Join(' ', Enumerable.Range(0, 1000))).Count);
        Assert.Equal(new string('b', SearchTerms.LengthMax), Assert.Single(SearchTerms.Of(new string('b', 100_000))));
    }
}
