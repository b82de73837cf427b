using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Catalog;
using Webox.Domain.Catalog;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Catalog;

public sealed class ProductSearchTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Words_are_found_without_regard_to_case_accents_order_or_number(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenProductAsync(name: "Générateur d'Œuvres & de Vidéos (node.js)");
        await webox.GivenProductAsync(name: "Chatbot");

        foreach (var query in new[] { "VIDEOS generateur", "vidéo", "générateurs de vidéos", "l'œuvre", "oeuvres", "gén", "node", "js" })
        {
            Assert.Equal((query, "Générateur d'Œuvres & de Vidéos (node.js)"), (query, string.Join('|', await SearchAsync(webox, query))));
        }

        Assert.Empty(await SearchAsync(webox, "vidéos chatbot"));
        Assert.Empty(await SearchAsync(webox, "atbot"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Words_of_the_descriptions_are_found_too(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await GivenAsync(webox, "mug", "Une tasse émaillée.", "Passe au lave-vaisselle.");

        Assert.Equal(["mug"], await SearchAsync(webox, "tasses"));
        Assert.Equal(["mug"], await SearchAsync(webox, "vaisselle emaillee"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_typed_is_never_an_operator(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenProductAsync(name: "Or et argent");

        Assert.Equal(["Or et argent"], await SearchAsync(webox, "\"or\" (argent)* :!&|<->"));
        Assert.Empty(await SearchAsync(webox, "argent OR plomb"));
        Assert.Empty(await SearchAsync(webox, "argent NEAR or -x"));
        foreach (var odd in new[] { "🦊", "\ud83e", "İ", "ß", "ﬁn", "\u0301", "x\0y", "１２", "x²", "日本", "\ufffe", new string('z', 200) })
        {
            Assert.Empty(await SearchAsync(webox, odd));
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_index_follows_every_change_of_the_words_and_no_rolled_back_one(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var product = await webox.GivenProductAsync(name: "Carnet");

        await RenameAsync("Cahier");
        Assert.Empty(await SearchAsync(webox, "carnet"));
        Assert.Equal(["Cahier"], await SearchAsync(webox, "cahier"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => RenameAsync("Agenda", fail: true));
        Assert.Empty(await SearchAsync(webox, "agenda"));
        Assert.Equal(["Cahier"], await SearchAsync(webox, "cahier"));

        await using var db = webox.OpenDb();
        await db.Products.ExecuteDeleteAsync();
        Assert.Empty(await SearchAsync(webox, "cahier"));

        async Task RenameAsync(string name, bool fail = false)
        {
            await using var db = webox.OpenDb();
            await db.InTransactionAsync(
                async () =>
                {
                    (await db.Products.AsTracking().SingleAsync(p => p.Id == product.Id)).Describe(new("x", name, null, null, "outils"));
                    await db.SaveChangesAsync(default);
                    return fail ? throw new InvalidOperationException() : true;
                },
                default);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Misspelled_words_are_recognised(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        await webox.GivenProductAsync(name: "Générateur de Contenu");
        await webox.GivenProductAsync(name: "Chatbot");
        var search = webox.Services.GetRequiredService<IProductSearch>();
        await using var db = webox.OpenDb();

        Assert.True(await search.KnowsResemblingAsync(db, default));
        Assert.Empty(await SearchAsync(webox, "generatuer"));
        Assert.Equal(["Générateur de Contenu"], await search.Resembling(db, ["generatuer", "contenue"]).Select(p => p.Name).ToListAsync());
        Assert.Empty(await search.Resembling(db, ["generatuer", "chatbto"]).ToListAsync());
    }

    private static async Task<List<string>> SearchAsync(TestWebox webox, string query)
    {
        await using var db = webox.OpenDb();
        return SearchTerms.Of(query) is { Count: > 0 } terms
            ? await webox.Services.GetRequiredService<IProductSearch>().Having(db, terms).OrderBy(p => p.SortName).Select(p => p.Name).ToListAsync()
            : [];
    }

    private static async Task GivenAsync(TestWebox webox, string name, string description, string longDescription)
    {
        var product = await webox.GivenProductAsync(name: name);
        await using var db = webox.OpenDb();
        (await db.Products.AsTracking().SingleAsync(p => p.Id == product.Id)).Describe(new(product.Slug, name, description, longDescription, "outils"));
        await db.SaveChangesAsync(default);
    }
}
