using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Customers;

public sealed class CustomerAccountTests
{
    private const string List =
        """
        query($search: String, $first: Int, $after: String) {
          customers(search: $search, first: $first, after: $after) {
            totalCount
            pageInfo { hasNextPage endCursor }
            nodes { id email name role emailVerified twoFactorEnabled locked orderCount creditBalance }
          }
        }
        """;

    [Theory, OnSqlite, OnPostgres]
    public async Task Staff_find_customers_by_name_or_address_newest_first_a_page_at_a_time_in_five_statements(DatabaseKind kind)
    {
        var statements = new RecordedStatements();
        await using var app = await (await WeboxApp.StartAsync(kind, configure: statements.AddTo)).SeedAsync();
        var ada = await app.RegisterAsync();
        var cart = (await app.AddAsync("mug-webox", accessToken: ada)).At("cart");
        await app.CheckoutAsync(cart, accessToken: ada);
        await app.PlaceAsync(cart, ada);
        await AddAsync(app, 25);
        var support = await app.SignInAsStaffAsync(Role.Support);

        statements.Clear();
        var first = (await app.QueryAsync(List, new { search = "élodie", first = 20 }, support)).At("customers");
        Assert.InRange(statements.All.Count, 1, 5);
        var second = (await app.QueryAsync(List, new { search = "EXAMPLE.org elodie", first = 20, after = first.At("pageInfo", "endCursor").GetString() }, support)).At("customers");

        Assert.Equal((25, true, false), (first.At("totalCount").GetInt32(), first.At("pageInfo", "hasNextPage").GetBoolean(), second.At("pageInfo", "hasNextPage").GetBoolean()));
        List<string> names = [.. first.At("nodes").Texts("name"), .. second.At("nodes").Texts("name")];
        Assert.Equal(Enumerable.Range(1, 25).Reverse().Select(i => $"Élodie {i}"), names);
        var found = (await app.QueryAsync(List, new { search = "ada@" }, support)).At("customers", "nodes");
        Assert.Equal(("Ada", 1, 0, false), (found[0].At("name").GetString(), found[0].At("orderCount").GetInt32(), found[0].At("creditBalance").GetInt32(), found[0].At("locked").GetBoolean()));
        Assert.Equal(0, (await app.QueryAsync(List, new { search = "%" }, support)).At("customers", "totalCount").GetInt32());
    }

    [Fact]
    public async Task An_administrator_makes_somebody_staff_and_takes_it_back_and_the_account_tells()
    {
        await using var app = await WeboxApp.StartAsync();
        await app.RegisterAsync();
        var admin = await app.SignInAsStaffAsync(Role.Admin);
        var id = (await app.QueryAsync(List, new { search = "ada@" }, admin)).At("customers", "nodes")[0].At("id").GetString();

        var granted = (await app.QueryAsync(
            "mutation($id: ID!) { grantRole(input: { accountId: $id, role: CATALOG }) { customerAccount { role } errors { __typename } } }", new { id }, admin)).At("grantRole");
        Assert.Equal("CATALOG", granted.At("customerAccount", "role").GetString());
        await app.QueryAsync("mutation($id: ID!) { revokeRole(input: { accountId: $id }) { errors { __typename } } }", new { id }, admin);
        await app.QueryAsync("mutation($id: ID!) { lockAccount(input: { accountId: $id }) { errors { __typename } } }", new { id }, admin);

        var account = (await app.QueryAsync("query($id: ID!) { customerAccount(accountId: $id) { role locked email } }", new { id }, admin)).At("customerAccount");
        Assert.Equal(("CUSTOMER", true), (account.At("role").GetString(), account.At("locked").GetBoolean()));
        var self = (await app.QueryAsync("{ customers(role: ADMIN) { nodes { id } } }", accessToken: admin)).At("customers", "nodes")[0].At("id").GetString();
        var last = (await app.QueryAsync("mutation($id: ID!) { revokeRole(input: { accountId: $id }) { errors { __typename } } }", new { id = self }, admin)).At("revokeRole");
        Assert.Equal("LastAdminError", last.ErrorType());
    }

    [Fact]
    public async Task What_the_shop_keeps_is_at_a_signed_address_that_can_be_fetched_ten_times()
    {
        await using var app = await WeboxApp.StartAsync();
        var ada = await app.RegisterAsync();
        var url = (await app.QueryAsync("mutation { exportMyData { url errors { __typename } } }", accessToken: ada)).At("exportMyData", "url").GetString()!;

        using var response = await app.Http.GetAsync(url);

        Assert.Equal(("application/json", "no-store"), (response.Content.Headers.ContentType!.MediaType, response.Headers.CacheControl!.ToString()));
        var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("ada@example.com", document.At("profile", "email").GetString());
        using var forged = await app.Http.GetAsync(url[..^1] + (url[^1] == '0' ? '1' : '0'));
        Assert.Equal(HttpStatusCode.NotFound, forged.StatusCode);
        for (var i = 1; i < 10; i++)
        {
            using var again = await app.Http.GetAsync(url);
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }

        using var tooOften = await app.Http.GetAsync(url);
        Assert.Equal(HttpStatusCode.TooManyRequests, tooOften.StatusCode);
    }

    private static async Task AddAsync(WeboxApp app, int count)
    {
        await using var db = app.Services.GetRequiredService<IWeboxDbFactory>().Open();
        var now = TimeProvider.System.GetUtcNow();
        db.Customers.AddRange(Enumerable.Range(1, count).Select(i =>
            Customer.Register(EmailAddress.Parse($"elodie{i}@example.org"), $"Élodie {i}", Role.Customer, now.AddMilliseconds(i))));
        await db.SaveChangesAsync(default);
    }
}
