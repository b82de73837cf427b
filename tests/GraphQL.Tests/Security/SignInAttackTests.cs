using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Security;

/// <summary>Somebody guesses passwords, by every way in, as often as they like: the limit on addresses is far away.</summary>
public sealed class SignInAttackTests
{
    private const string Guess = "mutation($password: String!) { signIn(input: { email: \"ada@example.com\", password: $password }) { session { accessToken } errors { __typename } } }";

    private static readonly Dictionary<string, string?> Settings = new() { ["WEBOX_SIGN_INS_PER_MINUTE"] = "1000000" };

    [Fact]
    public async Task Of_a_thousand_guesses_over_http_aliases_and_a_socket_none_is_accepted_and_five_are_looked_at()
    {
        var clock = new ManualClock();
        await using var app = await WeboxApp.StartAsync(settings: Settings, configure: services => services.AddSingleton<TimeProvider>(clock));
        await app.RegisterAsync();

        // The right password is among them, when the door is closed.
        var answers = new List<JsonElement>();
        for (var i = 0; i < 400; i++)
        {
            answers.Add((await app.QueryAsync(Guess, new { password = i == 300 ? "correct horse battery" : $"wrong horse {i}" })).At("signIn"));
        }

        for (var i = 0; i < 100; i++)
        {
            answers.AddRange((await app.QueryAsync(Aliases(3))).EnumerateObject().Select(answer => answer.Value));
        }

        answers.AddRange(await BySocketAsync(app, count: 300));

        Assert.Equal(1000, answers.Count);
        Assert.All(answers, answer => Assert.Equal(JsonValueKind.Null, answer.At("session").ValueKind));
        var refusals = answers.CountBy(answer => answer.ErrorType()).ToDictionary();
        Assert.Equal((5, 995), (refusals["InvalidCredentialsError"], refusals["TooManyAttemptsError"]));
        await using var db = app.Services.GetRequiredService<IWeboxDbFactory>().Open();
        Assert.Equal((1, 1), (await db.AuditEntries.CountAsync(entry => entry.Action == "session.refused"), await db.AuditEntries.CountAsync(entry => entry.Action == "lockout.begun")));

        clock.Advance(TimeSpan.FromMinutes(1));
        var right = (await app.QueryAsync(Guess, new { password = "correct horse battery" })).At("signIn");
        Assert.NotEmpty(right.At("session", "accessToken").GetString()!);
    }

    [Fact]
    public async Task A_request_of_fifty_guesses_is_refused_before_the_first()
    {
        await using var app = await WeboxApp.StartAsync(settings: Settings);
        await app.RegisterAsync();

        var answer = await app.SendAsync(Aliases(50));

        Assert.Equal("TOO_MANY_ALIASES", answer.At("errors")[0].At("extensions", "code").GetString());
        await using var db = app.Services.GetRequiredService<IWeboxDbFactory>().Open();
        Assert.False(await db.AuditEntries.AnyAsync(entry => entry.Action == "session.refused"));
    }

    [Fact]
    public async Task For_an_address_that_somebody_has_the_same_is_asked_of_the_database_as_for_one_that_nobody_has()
    {
        var statements = new RecordedStatements();
        await using var app = await WeboxApp.StartAsync(settings: Settings, configure: statements.AddTo);
        await app.RegisterAsync();

        var asked = new List<IReadOnlyList<string>>();
        foreach (var email in new[] { "ada@example.com", "nobody@example.com" })
        {
            statements.Clear();
            var answer = await app.QueryAsync(Guess.Replace("ada@example.com", email, StringComparison.Ordinal), new { password = "wrong horse battery" });
            Assert.Equal("InvalidCredentialsError", answer.At("signIn").ErrorType());
            asked.Add([.. statements.All.Select(statement => statement.Sql)]);
        }

        Assert.NotEmpty(asked[0]);
        Assert.Equal(asked[0], asked[1]);
    }

    private static string Aliases(int count)
    {
        var guesses = Enumerable.Range(0, count).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"a{i}: signIn(input: {{ email: \"ada@example.com\", password: \"wrong horse {i}\" }}) {{ session {{ accessToken }} errors {{ __typename }} }}"));
        return $"mutation {{ {string.Join(' ', guesses)} }}";
    }

    private static async Task<IEnumerable<JsonElement>> BySocketAsync(WeboxApp app, int count)
    {
        using var socket = await TestSocket.OpenAsync(app);
        var answers = new List<JsonElement>();
        for (var i = 0; i < count; i++)
        {
            await socket.SendAsync(new { type = "subscribe", id = $"{i}", payload = new { query = Guess, variables = new { password = $"wrong horse {i}" } } });
            JsonElement message;
            do
            {
                message = await socket.ReceiveAsync();
            }
            while (message.At("type").GetString() != "next");
            answers.Add(message.At("payload", "data", "signIn"));
        }

        return answers;
    }
}
