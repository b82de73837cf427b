using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Catalog;
using Webox.Application.Operations;

namespace Webox.GraphQL.Tests.Operations;

/// <summary>What operators set for all GraphQL requests. See docs/decisions/0014.</summary>
public sealed class RequestSettingsTests
{
    [Fact]
    public async Task A_client_spends_its_points_and_a_list_without_first_costs_and_returns_its_default_page()
    {
        await using var app = await WeboxApp.StartAsync(settings: Settings("WEBOX_GRAPHQL_COST_PER_MINUTE", "1600"));
        await using (var scope = app.Services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<SeedManyProducts>().ExecuteAsync(30, CancellationToken.None);
        }

        var user = await app.SignInAsCustomerAsync();
        var page = await app.SendAsync("{ products { nodes { slug } } }", accessToken: user);
        var twenty = await app.SendAsync("{ products(first: 20) { nodes { slug } } }", accessToken: user);
        var more = await app.SendAsync("{ products(first: 21) { nodes { slug } } }", accessToken: user);

        Assert.Equal(1_600, Cost(page, "perMinute"));
        Assert.Equal(20, Nodes(page));
        Assert.Equal(21, Nodes(more));
        Assert.Equal(Cost(twenty, "requested"), Cost(page, "requested"));
        Assert.Equal(Cost(twenty, "requested") + 1, Cost(more, "requested"));

        // A quarter for those who have not signed in, which is enough for one such page and not for two.
        const string Wide = "{ products(first: 100) { nodes { slug category { name } } } }";
        var first = await app.SendAsync(Wide);
        Assert.Equal(400, Cost(first, "perMinute"));
        using var refused = await app.Http.PostAsJsonAsync("/graphql", new { query = Wide });
        var answer = await refused.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("COST_BUDGET_EXHAUSTED", answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString());
        Assert.False(answer.TryGetProperty("data", out _));
    }

    [Fact]
    public async Task Only_trusted_documents_are_executed_by_hash_or_text()
    {
        const string Trusted = "{ __typename }";
        var folder = Directory.CreateTempSubdirectory("webox-documents-").FullName;
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Trusted)));
        await File.WriteAllTextAsync(Path.Combine(folder, $"{hash}.graphql"), Trusted);
        await using var app = await WeboxApp.StartAsync(settings: Settings("WEBOX_TRUSTED_DOCUMENTS", folder));
        Directory.Delete(folder, recursive: true);

        Assert.Equal("""{"data":{"__typename":"Query"}}""", await PostAsync(app, new { documentId = hash }));
        Assert.Equal("""{"data":{"__typename":"Query"}}""", await PostAsync(app, new { query = Trusted }));
        Assert.Equal(
            """{"data":{"__typename":"Query"}}""",
            await PostAsync(app, new { extensions = new { persistedQuery = new { version = 1, sha256Hash = hash } } }));
        Assert.Contains("DOCUMENT_NOT_TRUSTED", await PostAsync(app, new { query = "{ other: __typename }" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WEBOX_GRAPHQL_COST_PER_MINUTE", "-1")]
    [InlineData("WEBOX_GRAPHQL_COST_PER_MINUTE", "1000000001")]
    [InlineData("WEBOX_GRAPHQL_COST_PER_MINUTE", "viel")]
    [InlineData("WEBOX_TRUSTED_DOCUMENTS", "/nowhere/documents.json")]
    [InlineData("WEBOX_TRUSTED_DOCUMENTS", "webox.dll")]
    public async Task A_setting_that_cannot_be_used_prevents_the_start_and_is_named(string name, string value)
    {
        var path = value == "webox.dll" ? typeof(Program).Assembly.Location : value;
        var refusal = await Assert.ThrowsAsync<StartRefusedException>(() => WeboxApp.StartAsync(settings: Settings(name, path)));

        Assert.StartsWith($"{name}: ", Assert.Single(refusal.Reasons), StringComparison.Ordinal);
    }

    private static Dictionary<string, string?> Settings(string name, string value) => new() { [name] = value };

    private static async Task<string> PostAsync(WeboxApp app, object body)
    {
        using var response = await app.Http.PostAsJsonAsync("/graphql", body);
        return await response.Content.ReadAsStringAsync();
    }

    private static long Cost(JsonElement answer, string entry) => answer.GetProperty("extensions").GetProperty("cost").GetProperty(entry).GetInt64();

    private static int Nodes(JsonElement answer) => answer.GetProperty("data").GetProperty("products").GetProperty("nodes").GetArrayLength();
}
