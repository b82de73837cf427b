using System.Text.Json;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Accounts;

public sealed class AccountMutationsTests
{
    private const string Register = """
        mutation($email: String!, $password: String!, $name: String! = "Ada") {
          register(input: { email: $email, name: $name, password: $password }) {
            session { accessToken refreshToken expiresAt }
            viewer { email name role emailVerified twoFactorEnabled }
            errors { __typename ... on Error { message } ... on InvalidEmailError { email } }
          }
        }
        """;

    private const string SignIn = """
        mutation($email: String!, $password: String!) {
          signIn(input: { email: $email, password: $password }) {
            session { accessToken refreshToken }
            viewer { email }
            errors { __typename ... on Error { message } ... on TooManyAttemptsError { retryAt } }
          }
        }
        """;

    private const string Refresh = """
        mutation($refreshToken: String!) {
          refreshSession(input: { refreshToken: $refreshToken }) { session { accessToken refreshToken } errors { __typename } }
        }
        """;

    private const string SignOut = "mutation($refreshToken: String!) { signOut(input: { refreshToken: $refreshToken }) { signedOut } }";

    private const string Viewer = "{ viewer { id email } }";

    [Theory, OnSqlite, OnPostgres]
    public async Task Register_refresh_sign_out_sign_in(DatabaseKind kind)
    {
        await using var app = await WeboxApp.StartAsync(kind);

        var registered = (await app.QueryAsync(Register, new { email = "ada@example.com", password = "correct horse battery" })).GetProperty("register");
        Assert.Equal(JsonValueKind.Null, registered.GetProperty("errors").ValueKind);
        Assert.Equal(
            """{"email":"ada@example.com","name":"Ada","role":"CUSTOMER","emailVerified":false,"twoFactorEnabled":false}""",
            registered.GetProperty("viewer").GetRawText());
        Assert.Equal("ada@example.com", await ViewerAsync(app, Token(registered, "accessToken")));

        var refreshed = (await app.QueryAsync(Refresh, new { refreshToken = Token(registered, "refreshToken") })).GetProperty("refreshSession");
        Assert.Equal("ada@example.com", await ViewerAsync(app, Token(refreshed, "accessToken")));

        var signedOut = await app.QueryAsync(SignOut, new { refreshToken = Token(refreshed, "refreshToken") });
        Assert.True(signedOut.GetProperty("signOut").GetProperty("signedOut").GetBoolean());
        var late = (await app.QueryAsync(Refresh, new { refreshToken = Token(refreshed, "refreshToken") })).GetProperty("refreshSession");
        Assert.Equal(["InvalidCredentialsError"], Errors(late));

        var signedIn = (await app.QueryAsync(SignIn, new { email = "ADA@example.com", password = "correct horse battery" })).GetProperty("signIn");
        Assert.Equal("ada@example.com", await ViewerAsync(app, Token(signedIn, "accessToken")));
    }

    [Fact]
    public async Task Every_refusal_of_registering_has_its_type_and_words_to_show()
    {
        await using var app = await WeboxApp.StartAsync();
        await app.RegisterAsync();

        var taken = await RegisterAsync(app, "ada@example.com", "correct horse battery");
        var weak = await RegisterAsync(app, "eve@example.com", "password123");
        var invalid = await RegisterAsync(app, "eve", "correct horse battery");

        Assert.Equal(["EmailTakenError"], Errors(taken));
        Assert.Equal(["WeakPasswordError"], Errors(weak));
        var error = invalid.GetProperty("errors")[0];
        Assert.Equal(["InvalidEmailError"], Errors(invalid));
        Assert.Equal("Cette adresse e-mail n'est pas valide.", error.GetProperty("message").GetString());
        Assert.Equal("eve", error.GetProperty("email").GetString());
        Assert.All([taken, weak, invalid], payload => Assert.Equal(JsonValueKind.Null, payload.GetProperty("session").ValueKind));
    }

    [Fact]
    public async Task A_refusal_that_is_not_declared_has_a_code_made_of_its_name()
    {
        await using var app = await WeboxApp.StartAsync();

        var answer = await app.SendAsync(Register, new { email = "ada@example.com", password = "correct horse battery", name = " " });

        var error = answer.GetProperty("errors")[0];
        Assert.Equal("INVALID_NAME", error.GetProperty("extensions").GetProperty("code").GetString());
        Assert.Equal("Le nom doit compter de 1 à 200 caractères.", error.GetProperty("message").GetString());
    }

    [Fact]
    public async Task Five_failures_are_answered_with_when_to_come_back()
    {
        await using var app = await WeboxApp.StartAsync();
        await app.RegisterAsync();
        var attempt = new { email = "ada@example.com", password = "wrong horse battery" };

        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(["InvalidCredentialsError"], Errors((await app.QueryAsync(SignIn, attempt)).GetProperty("signIn")));
        }

        var closed = (await app.QueryAsync(SignIn, attempt with { password = "correct horse battery" })).GetProperty("signIn");
        Assert.Equal(["TooManyAttemptsError"], Errors(closed));
        Assert.Equal(JsonValueKind.Null, closed.GetProperty("session").ValueKind);
        var wait = closed.GetProperty("errors")[0].GetProperty("retryAt").GetDateTimeOffset() - TimeProvider.System.GetUtcNow();
        Assert.InRange(wait, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nonsense")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")]
    public async Task Without_a_valid_token_the_viewer_is_null(string? token)
    {
        await using var app = await WeboxApp.StartAsync();

        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync(Viewer, accessToken: token)).GetProperty("viewer").ValueKind);
    }

    [Fact]
    public async Task A_customer_is_a_node_for_oneself_only()
    {
        await using var app = await WeboxApp.StartAsync();
        var ada = await app.RegisterAsync();
        var eve = await app.RegisterAsync("eve@example.com");
        var id = (await app.QueryAsync(Viewer, accessToken: ada)).GetProperty("viewer").GetProperty("id").GetString();

        const string node = "query($id: ID!) { node(id: $id) { ... on Customer { email } } }";
        Assert.Equal("ada@example.com", (await app.QueryAsync(node, new { id }, ada)).GetProperty("node").GetProperty("email").GetString());
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync(node, new { id }, eve)).GetProperty("node").ValueKind);
        Assert.Equal(JsonValueKind.Null, (await app.QueryAsync(node, new { id })).GetProperty("node").ValueKind);
    }

    private static async Task<JsonElement> RegisterAsync(WeboxApp app, string email, string password) =>
        (await app.QueryAsync(Register, new { email, password })).GetProperty("register");

    private static async Task<string?> ViewerAsync(WeboxApp app, string token) =>
        (await app.QueryAsync(Viewer, accessToken: token)).GetProperty("viewer").GetProperty("email").GetString();

    private static string Token(JsonElement payload, string name) => payload.GetProperty("session").GetProperty(name).GetString()!;

    private static IEnumerable<string> Errors(JsonElement payload) =>
        payload.GetProperty("errors").EnumerateArray().Select(error => error.GetProperty("__typename").GetString()!);
}
