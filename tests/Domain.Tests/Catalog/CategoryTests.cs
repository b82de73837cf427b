using Webox.Domain.Catalog;

namespace Webox.Domain.Tests.Catalog;

public sealed class CategoryTests
{
    [Fact]
    public void A_name_is_trimmed_to_one_line() => Assert.Equal(new Category("outils-ia", "Outils IA"), Category.Create("outils-ia", " Outils \n IA "));

    [Fact]
    public void A_name_has_1_to_100_characters()
    {
        Assert.Equal(100, Category.Create("c", new string('n', 100)).Name.Length);
        Assert.All(["", " \n", new string('n', 101), "a\0", "a\u0007", "a\ud83d"], name => Refused("name", "c", name));
    }

    [Fact]
    public void A_slug_is_small_letters_digits_and_single_hyphens() => Assert.All(
        ["", "Outils", "outils ia", "outils--ia", "-outils", "outils-", "é", "a\0", new string('a', 101)], slug => Refused("slug", slug, "Outils"));

    private static void Refused(string field, string slug, string name) =>
        Assert.Equal(field, Assert.Throws<InvalidCategoryException>(() => Category.Create(slug, name)).Field);
}
