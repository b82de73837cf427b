using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Webox.GraphQL.Tests.Security;

/// <summary>What a browser adds to the requests of any page must be worth nothing, or every page could act for the customer.</summary>
public sealed class CookieTests
{
    [Fact]
    public async Task No_answer_sets_a_cookie_and_a_token_in_one_signs_nobody_in()
    {
        await using var app = await WeboxApp.StartAsync(settings: new Dictionary<string, string?> { ["WEBOX_ALLOWED_ORIGINS"] = "https://shop.example" });
        var token = await app.RegisterAsync();

        using var signIn = await SendAsync("mutation { signIn(input: { email: \"ada@example.com\", password: \"correct horse battery\" }) { session { accessToken } } }");
        using var viewer = await SendAsync("{ viewer { email } }", ("Cookie", $"access_token={token}; token={token}; session={token}; Authorization=Bearer {token}"));
        using var origin = await SendAsync("{ __typename }", ("Origin", "https://shop.example"));

        Assert.All([signIn, viewer, origin], response => Assert.False(response.Headers.Contains("Set-Cookie")));
        Assert.Equal(JsonValueKind.Null, (await viewer.Content.ReadFromJsonAsync<JsonElement>()).At("data", "viewer").ValueKind);
        Assert.True(origin.Headers.Contains("Access-Control-Allow-Origin"));
        Assert.False(origin.Headers.Contains("Access-Control-Allow-Credentials"));

        async Task<HttpResponseMessage> SendAsync(string query, params (string Name, string Value)[] headers)
        {
            using var handler = new HttpClientHandler { UseCookies = false };
            using var http = new HttpClient(handler);
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(app.Http.BaseAddress!, "/graphql")) { Content = JsonContent.Create(new { query }) };
            foreach (var (name, value) in headers)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            var response = await http.SendAsync(request);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            await response.Content.LoadIntoBufferAsync();
            return response;
        }
    }
}
