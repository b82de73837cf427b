using System.Data.Common;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Catalog;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Catalog;

public sealed class CategoryMutationsTests
{
    private const string Create =
        "mutation($slug: String!, $name: String!) { createCategory(input: { slug: $slug, name: $name }) { category { slug name productCount } errors { __typename } } }";

    private const string Update =
        "mutation($input: UpdateCategoryInput!) { updateCategory(input: $input) { category { slug name productCount } errors { __typename } } }";

    private const string Delete =
        "mutation($slug: String!) { deleteCategory(input: { slug: $slug }) { deletedCategorySlug errors { __typename ... on CategoryNotEmptyError { productCount withdrawnCount } } } }";

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_looks_after_the_categories_and_lists_follow_at_once(DatabaseKind kind)
    {
        await using var app = await (await WeboxApp.StartAsync(kind)).SeedAsync();
        var (staff, ada) = (await app.SignInAsStaffAsync(Role.Catalog), await app.RegisterAsync());

        Assert.Equal(
            """{"slug":"papeterie","name":"Papeterie","productCount":0}""",
            (await app.QueryAsync(Create, new { slug = "papeterie", name = "Papeterie" }, staff)).At("createCategory", "category").GetRawText());
        Assert.Equal("CategoryTakenError", (await app.QueryAsync(Create, new { slug = "boutique", name = "X" }, staff)).At("createCategory").ErrorType());
        Assert.Equal(
            """{"slug":"objets","name":"Objets","productCount":2}""",
            (await UpdateAsync(new { slug = "boutique", newSlug = "objets", name = "Objets" })).At("category").GetRawText());
        Assert.Equal("CategoryNotFoundError", (await UpdateAsync(new { slug = "boutique", name = "X" })).ErrorType());

        var list = (await app.QueryAsync(
            "{ products(where: { category: \"objets\" }) { nodes { slug category { name } related { slug } } facets { name values { label value count } } } old: products(where: { category: \"boutique\" }) { totalCount } }"));
        Assert.Equal(["carnet-de-prompts", "mug-webox"], list.At("products", "nodes").Texts("slug"));
        Assert.All(list.At("products", "nodes").EnumerateArray(), product => Assert.Equal(("Objets", 1), (product.At("category", "name").GetString(), product.At("related").GetArrayLength())));
        Assert.Equal("""[{"label":"Objets","value":"objets","count":2}]""", list.At("products", "facets")[0].At("values").GetRawText());
        Assert.Equal(0, list.At("old", "totalCount").GetInt32());

        var refused = (await app.QueryAsync(Delete, new { slug = "objets" }, staff)).At("deleteCategory", "errors")[0];
        Assert.Equal((2, 0), (refused.At("productCount").GetInt32(), refused.At("withdrawnCount").GetInt32()));
        Assert.Equal("papeterie", (await app.QueryAsync(Delete, new { slug = "papeterie" }, staff)).At("deleteCategory", "deletedCategorySlug").GetString());
        Assert.Equal("FORBIDDEN", (await app.SendAsync(Delete, new { slug = "video" }, ada)).At("errors")[0].At("extensions", "code").GetString());
        Assert.Equal(
            ["chatbots", "credits", "design", "developpement", "marketing", "objets", "outils-ia", "video"], (await app.QueryAsync("{ categories { slug } }")).At("categories").Texts("slug"));

        async Task<JsonElement> UpdateAsync(object input) => (await app.QueryAsync(Update, new { input }, staff)).At("updateCategory");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_product_shows_its_category_although_the_slug_changed_since_it_was_read(DatabaseKind kind)
    {
        var change = new BeforeFirst("FROM categories");
        await using var app = await (await WeboxApp.StartAsync(kind, configure: change.AddTo)).SeedAsync();
        change.Act = async () =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<UpdateCategory>().ExecuteAsync("boutique", "objets", null, default);
        };

        var product = (await app.QueryAsync("{ productBySlug(slug: \"mug-webox\") { category { slug name } } }")).At("productBySlug");

        Assert.Equal("""{"category":{"slug":"objets","name":"Boutique"}}""", product.GetRawText());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_no_slug_finds_nothing_and_breaks_nothing(DatabaseKind kind)
    {
        await using var app = await (await WeboxApp.StartAsync(kind)).SeedAsync();

        foreach (var slug in new[] { "", "\0", "a\ud83d", new string('a', 100_000) })
        {
            var found = await app.QueryAsync(
                "query($slug: String!) { productBySlug(slug: $slug) { id } products(where: { category: $slug }) { totalCount } }", new { slug });

            Assert.Equal("""{"productBySlug":null,"products":{"totalCount":0}}""", found.GetRawText());
        }
    }

    /// <summary>Does something else just before the first statement with some words.</summary>
    private sealed class BeforeFirst(string words) : DbCommandInterceptor
    {
        private Func<Task>? _act;

        public Func<Task> Act { set => _act = value; }

        public void AddTo(IServiceCollection services) => services.ConfigureDbContext<WeboxDbContext>(options => options.AddInterceptors(this));

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (command.CommandText.Replace("\"", "", StringComparison.Ordinal).Contains(words, StringComparison.Ordinal) && Interlocked.Exchange(ref _act, null) is { } act)
            {
                await act();
            }

            return result;
        }
    }
}
