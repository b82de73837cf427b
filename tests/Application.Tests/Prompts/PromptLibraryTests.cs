using Microsoft.EntityFrameworkCore;
using Webox.Application.Prompts;
using Webox.Domain.Customers;
using Webox.Domain.Prompts;
using Webox.TestSupport;

namespace Webox.Application.Tests.Prompts;

public sealed class PromptLibraryTests
{
    private static readonly Dictionary<string, string> Nothing = [];

    [Theory, OnSqlite, OnPostgres]
    public async Task A_private_prompt_is_for_its_writer_alone_and_a_public_one_can_be_used_but_not_changed(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var eve = await webox.GivenCustomerAsync("eve@example.com");
        var own = await CreateAsync(webox, ada, "Privé", "Secret");
        var shared = await CreateAsync(webox, ada, "Public", "Bonjour [NOM]", isPublic: true);

        Assert.Equal(["Privé", "Public"], await VisibleAsync(webox, ada));
        Assert.Equal(["Public"], await VisibleAsync(webox, eve));
        await Assert.ThrowsAsync<PromptNotFoundException>(() => UseAsync(webox, eve, own.Id, Nothing));
        await Assert.ThrowsAsync<PromptNotFoundException>(() => FavoriteAsync(webox, eve, own.Id, true));
        foreach (var id in new[] { own.Id, shared.Id })
        {
            await Assert.ThrowsAsync<PromptNotFoundException>(() => webox.RunAsync<UpdatePrompt>(
                eve, update => update.ExecuteAsync(id, new PromptDraft("Volé", null, null, null, null), default)));
            await Assert.ThrowsAsync<PromptNotFoundException>(() => webox.RunAsync<DeletePrompt>(eve, delete => delete.ExecuteAsync(id, default)));
        }

        Assert.Equal("Bonjour Eve", (await UseAsync(webox, eve, shared.Id, new Dictionary<string, string> { ["NOM"] = "Eve" })).Text);
        Assert.Equal(["Privé 0", "Public 1"], await CountsAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_use_counts_however_many_come_at_once_and_a_refused_one_does_not(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var prompt = await CreateAsync(webox, ada, "Titre", "Bonjour [NOM]");

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => UseAsync(webox, ada, prompt.Id, new Dictionary<string, string> { ["NOM"] = $"{i}" })));
        var refusal = await Assert.ThrowsAsync<MissingPromptVariablesException>(() => UseAsync(webox, ada, prompt.Id, Nothing));

        Assert.Equal(["NOM"], refusal.Variables);
        Assert.Equal(["Titre 20"], await CountsAsync(webox));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_favorite_is_its_customers_alone_and_set_once(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var bob = await webox.GivenCustomerAsync("bob@example.com");
        var prompt = await CreateAsync(webox, ada, "Titre", "Texte", isPublic: true);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => FavoriteAsync(webox, bob, prompt.Id, true)));
        Assert.Equal([bob.Id], await FavoritesAsync());
        await FavoriteAsync(webox, ada, prompt.Id, false);
        Assert.Equal([bob.Id], await FavoritesAsync());
        await FavoriteAsync(webox, bob, prompt.Id, false);
        Assert.Empty(await FavoritesAsync());

        async Task<List<CustomerId>> FavoritesAsync()
        {
            await using var db = webox.OpenDb();
            return await db.PromptFavorites.Where(f => f.PromptId == prompt.Id).Select(f => f.CustomerId).ToListAsync();
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_deleted_prompt_is_no_favorite_any_more(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        var prompt = await CreateAsync(webox, ada, "Titre", "Texte", favorite: true);

        await webox.RunAsync<DeletePrompt>(ada, delete => delete.ExecuteAsync(prompt.Id, default));

        await using var db = webox.OpenDb();
        Assert.Equal((0, 0), (await db.Prompts.CountAsync(), await db.PromptFavorites.CountAsync()));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Words_are_found_in_every_part_and_wildcards_are_letters(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await webox.RunAsync<CreatePrompt>(ada, create => create.ExecuteAsync(new("Été", "100% [NOM]", "Vente", ["a,b"], null), favorite: false, default));
        await CreateAsync(webox, ada, "Autre", "Texte");

        foreach (var search in new[] { "ETE", "vente", "a,b", "100%", "%", "nom ete" })
        {
            await using var db = webox.OpenDb();
            Assert.Equal(["Été"], await db.Prompts.Matching(search).Select(p => p.Title).ToListAsync());
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_library_holds_five_hundred(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();
        await using (var db = webox.OpenDb())
        {
            db.Prompts.AddRange(Enumerable.Range(1, 499).Select(i => Prompt.Create(ada.Id, new($"{i}", "Texte", null, null, null), webox.Clock.GetUtcNow())));
            await db.SaveChangesAsync(default);
        }

        await CreateAsync(webox, ada, "500", "Texte");

        Assert.Equal(500, (await Assert.ThrowsAsync<TooManyPromptsException>(() => CreateAsync(webox, ada, "501", "Texte"))).CountMax);
        Assert.Equal(500, (await CountsAsync(webox)).Count);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_shops_own_prompts_come_once_and_can_be_used(DatabaseKind kind)
    {
        await using var webox = await TestWebox.OpenAsync(kind);
        var ada = await webox.GivenCustomerAsync();

        Assert.Equal(5, await webox.RunAsync<SeedPrompts, int>(null, seed => seed.ExecuteAsync(default)));
        Assert.Equal(0, await webox.RunAsync<SeedPrompts, int>(null, seed => seed.ExecuteAsync(default)));

        await using var db = webox.OpenDb();
        var prompts = await db.Prompts.AsNoTracking().VisibleTo(ada.Id).ToListAsync();
        Assert.All(prompts, prompt => Assert.NotEmpty(prompt.Variables));
        Assert.Equal(5, prompts.Count);
    }

    private static Task<Prompt> CreateAsync(
        TestWebox webox, Customer customer, string title, string text, bool isPublic = false, bool favorite = false) =>
        webox.RunAsync<CreatePrompt, Prompt>(customer, create => create.ExecuteAsync(new(title, text, null, null, isPublic), favorite, default));

    private static Task<(Prompt Prompt, string Text)> UseAsync(TestWebox webox, Customer customer, PromptId id, IReadOnlyDictionary<string, string> values) =>
        webox.RunAsync<UsePrompt, (Prompt, string)>(customer, use => use.ExecuteAsync(id, values, default));

    private static Task<Prompt> FavoriteAsync(TestWebox webox, Customer customer, PromptId id, bool favorite) =>
        webox.RunAsync<FavoritePrompt, Prompt>(customer, use => use.ExecuteAsync(id, favorite, default));

    private static async Task<List<string>> VisibleAsync(TestWebox webox, Customer customer)
    {
        await using var db = webox.OpenDb();
        return await db.Prompts.VisibleTo(customer.Id).OrderBy(p => p.Title).Select(p => p.Title).ToListAsync();
    }

    private static async Task<List<string>> CountsAsync(TestWebox webox)
    {
        await using var db = webox.OpenDb();
        return await db.Prompts.OrderBy(p => p.Title).Select(p => $"{p.Title} {p.UseCount}").ToListAsync();
    }
}
