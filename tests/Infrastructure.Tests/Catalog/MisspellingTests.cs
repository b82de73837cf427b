using Webox.Infrastructure.Catalog;

namespace Webox.Infrastructure.Tests.Catalog;

public sealed class MisspellingTests
{
    [Theory]
    [InlineData("generatuer", "generateur de contenu")] // changed places
    [InlineData("genrateur", "generateur de contenu")] // missing
    [InlineData("genneraateur", "generateur de contenu")] // two doubled
    [InlineData("contebu", "generateur de contenu")] // wrong
    [InlineData("ontenu", "generateur de contenu")]
    [InlineData("conten", "generateur de contenu")] // the beginning
    [InlineData("ia", "assistant ia-marketing")]
    [InlineData("markteing", "assistant ia-marketing")]
    public void A_slip_or_two_are_forgiven(string term, string name) => Assert.True(Misspelling.IsIn(term, name));

    [Theory]
    [InlineData("mgu", "mug webox")] // too short to guess
    [InlineData("catre", "carnet")] // two slips in five letters
    [InlineData("genrtaer", "generateur")] // three in eight
    [InlineData("contenu", "")]
    [InlineData("contenu", "-- de")]
    public void Another_word_is_another_word(string term, string name) => Assert.False(Misspelling.IsIn(term, name));
}
