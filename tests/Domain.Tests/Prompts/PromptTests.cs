using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Prompts;

namespace Webox.Domain.Tests.Prompts;

public sealed class PromptTests
{
    private static readonly CustomerId Ada = CustomerId.From(Guid.Parse("00000000-0000-7000-8000-000000000001"));
    private static readonly DateTimeOffset Now = new(2026, 11, 26, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Écris à [NOM DU CLIENT], puis à [NOM DU CLIENT] et [ÉTÉ_2026]", "NOM DU CLIENT|ÉTÉ_2026")]
    [InlineData("[lien](https://example.com) [1] [ A] [] [[A]] [A", "A")]
    [InlineData("rien", "")]
    public void Names_in_brackets_and_capitals_are_variables(string text, string variables) =>
        Assert.Equal(variables, string.Join('|', PromptTemplate.Variables(text)));

    [Fact]
    public void Values_take_the_places_of_names_and_are_not_filled_in_again()
    {
        var filled = PromptTemplate.Fill("[A] et [B], [A]", new Dictionary<string, string> { ["A"] = "[B]", ["B"] = "$1", ["C"] = "x" });

        Assert.Equal("[B] et $1, [B]", filled);
    }

    [Fact]
    public void A_missing_value_is_refused_with_every_name() => Assert.Equal(
        ["B", "C"],
        Assert.Throws<MissingPromptVariablesException>(() => PromptTemplate.Fill("[B] [A] [C] [B]", new Dictionary<string, string> { ["A"] = "" })).Variables);

    [Fact]
    public void A_filled_text_is_no_longer_than_a_model_accepts()
    {
        var values = new Dictionary<string, string> { ["A"] = new('é', 8 * 1024) };

        Assert.Equal(32 * 1024 / 2, PromptTemplate.Fill("[A][A]", values).Length);
        Assert.Throws<PromptTooLongException>(() => PromptTemplate.Fill("[A][A]a", values));
    }

    [Fact]
    public void What_is_left_out_has_a_default_and_later_stays()
    {
        var prompt = Prompt.Create(Ada, new PromptDraft("Titre", "Texte [A]", null, null, null), Now);
        prompt.Change(new PromptDraft(null, null, "Vente", ["été"], true), Now.AddMinutes(1));

        Assert.Equal(("Titre", "Texte [A]", "Vente", true, 0), (prompt.Title, prompt.Text, prompt.Category, prompt.IsPublic, prompt.UseCount));
        Assert.Equal(["A"], prompt.Variables);
        Assert.Equal("titre\nvente\nete\ntexte [a]", prompt.SearchText);
        Assert.Equal((Now, Now.AddMinutes(1)), (prompt.CreatedAt, prompt.UpdatedAt));
        Assert.Equal("Général", Prompt.Create(Ada, new PromptDraft("Titre", "Texte", null, null, null), Now).Category);
    }

    [Fact]
    public void A_refused_prompt_says_which_field()
    {
        Assert.Equal("title", Refused(new("", "Texte", null, null, null)));
        Assert.Equal("title", Refused(new(new string('a', 201), "Texte", null, null, null)));
        Assert.Equal("text", Refused(new("Titre", " ", null, null, null)));
        Assert.Equal("text", Refused(new("Titre", "a\0", null, null, null)));
        Assert.Equal("category", Refused(new("Titre", "Texte", "", null, null)));
        Assert.Equal("tags", Refused(new("Titre", "Texte", null, [""], null)));
        Assert.Throws<PromptTooLongException>(() => Prompt.Create(Ada, new("Titre", new string('é', 16 * 1024 + 1), null, null, null), Now));

        static string Refused(PromptDraft draft) => Assert.Throws<InvalidLabelException>(() => Prompt.Create(Ada, draft, Now)).Field;
    }
}
