using Microsoft.EntityFrameworkCore;
using Webox.Application.Catalog;
using Webox.TestSupport;

namespace Webox.Application.Tests.Catalog;

public sealed class ProductSearchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Words_are_found_without_regard_to_case_accents_or_order(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenProductAsync(name: "Générateur de Vidéos");
        await webox.GivenProductAsync(name: "Chatbot");

        Assert.Equal(["Générateur de Vidéos"], await SearchAsync(webox, "VIDEOS generateur"));
        Assert.Equal(["Générateur de Vidéos"], await SearchAsync(webox, "vidéos"));
        Assert.Empty(await SearchAsync(webox, "vidéos chatbot"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Wildcards_are_letters_like_any_other(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenProductAsync(name: "100% IA");
        await webox.GivenProductAsync(name: @"C:\IA_pro");
        await webox.GivenProductAsync(name: "Autre");

        Assert.Equal(["100% IA"], await SearchAsync(webox, "%"));
        Assert.Equal([@"C:\IA_pro"], await SearchAsync(webox, "_"));
        Assert.Equal([@"C:\IA_pro"], await SearchAsync(webox, @"\"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_empty_query_finds_everything_and_a_huge_one_is_cut(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenProductAsync(name: "Seul");

        Assert.Equal(["Seul"], await SearchAsync(webox, null));
        Assert.Equal(["Seul"], await SearchAsync(webox, "  "));
        Assert.Empty(await SearchAsync(webox, new string('%', 100_000)));
    }

    private static async Task<List<string>> SearchAsync(TestWebox webox, string? search)
    {
        await using var db = webox.OpenDb();
        return await db.Products.Matching(search).OrderBy(p => p.SortName).Select(p => p.Name).ToListAsync();
    }
}
