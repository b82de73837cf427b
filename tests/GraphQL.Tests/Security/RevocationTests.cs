using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Security;

/// <summary>What was opened with an access token ends when the token is taken back.</summary>
public sealed class RevocationTests
{
    private const string Watch = "subscription { activity { sequence } }";

    [Fact]
    public async Task Deleting_the_account_refuses_its_token_and_ends_its_socket_and_nobody_elses()
    {
        await using var app = await WeboxApp.StartAsync();
        var (ada, bob) = (await app.RegisterAsync(), await app.RegisterAsync("bob@example.com"));
        using var socket = await TestSocket.OpenAsync(app, ada);
        using var others = await TestSocket.OpenAsync(app, bob);
        await socket.SendAsync(new { type = "subscribe", id = "1", payload = new { query = Watch } });

        var payload = (await app.QueryAsync(
            "mutation { deleteAccount(input: { password: \"correct horse battery\" }) { deleted errors { __typename } } }", accessToken: ada)).At("deleteAccount");

        Assert.True(payload.At("deleted").GetBoolean());
        Assert.Equal((4403, "The access token was revoked"), await socket.ReadToCloseAsync());
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync("{ viewer { name } }", accessToken: ada)).At("viewer").ValueKind);
        var again = await app.SendAsync("mutation { deleteAccount(input: { password: \"correct horse battery\" }) { deleted } }", accessToken: ada);
        Assert.Equal("UNAUTHENTICATED", again.At("errors")[0].At("extensions", "code").GetString());
        await others.SendAsync(new { type = "subscribe", id = "1", payload = new { query = "{ viewer { email } }" } });
        Assert.Equal("bob@example.com", (await others.ReceiveAsync()).At("payload", "data", "viewer", "email").GetString());
    }

    [Fact]
    public async Task What_another_node_takes_back_is_refused_here_before_long()
    {
        await using var app = await WeboxApp.StartAsync();
        var ada = await app.RegisterAsync();
        await using var db = app.Services.GetRequiredService<IWeboxDbFactory>().Open();
        var later = TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(1);

        await ((DbContext)db).Database.ExecuteSqlAsync($"INSERT INTO access_revocations (customer_id, issued_until) SELECT id, {later} FROM customers");

        await Eventually.ReadAsync(
            async () => (await app.QueryAsync("{ viewer { name } }", accessToken: ada)).At("viewer").ValueKind, kind => kind is JsonValueKind.Null);
    }

    [Fact]
    public async Task Locking_an_account_cuts_its_stream_of_events()
    {
        await using var app = await WeboxApp.StartAsync();
        var (ada, support) = (await app.RegisterAsync(), await app.SignInAsStaffAsync(Role.Support));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = Watch }) };
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", ada);
        using var response = await app.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var account = (await app.QueryAsync("{ customers(search: \"ADA@\") { nodes { id } } }", accessToken: support)).At("customers", "nodes")[0].At("id").GetString();

        await app.QueryAsync("mutation($id: ID!) { lockAccount(input: { accountId: $id }) { errors { __typename } } }", new { id = account }, support);

        await Assert.ThrowsAnyAsync<IOException>(() => stream.CopyToAsync(Stream.Null));
    }
}
