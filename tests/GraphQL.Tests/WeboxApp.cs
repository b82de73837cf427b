using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Operations;
using Webox.Infrastructure.Generations.Queue;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests;

/// <summary>
/// The product as it is served, on a free port and a database of its own.
/// <code>await using var app = await WeboxApp.StartAsync();</code>
/// </summary>
public sealed class WeboxApp : IAsyncDisposable
{
    private readonly TestDatabase _database;
    private readonly string _folder;
    private readonly WebApplication _app;

    private WeboxApp(TestDatabase database, string folder, WebApplication app)
    {
        (_database, _folder, _app) = (database, folder, app);
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public IServiceProvider Services => _app.Services;

    public string ConnectionString => _database.ConnectionString;

    /// <param name="settings">As environment variables would be.</param>
    /// <param name="configure">Replaces services at the edge, such as a payment gateway.</param>
    public static async Task<WeboxApp> StartAsync(
        DatabaseKind kind = DatabaseKind.Sqlite, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var isDevelopment = settings?.ContainsKey("ASPNETCORE_ENVIRONMENT") != true;
        var database = isDevelopment ? await SampleShop.CopyAsync(kind) : await TestDatabase.CreateAsync(kind);
        var folder = TemporaryFolder.New("app");
        var all = Settings(database, folder);
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }

        var app = Program.CreateApp(all, services =>
        {
            services.AddQuickPasswords();
            services.AddSingleton(provider => Impatient(provider.GetRequiredService<IConfiguration>()));
            configure?.Invoke(services);
        });
        await ServeCommand.StartAsync(app);
        return new WeboxApp(database, folder, app);
    }

    // Nobody wants what still runs when a test is over.
    private static QueueOptions Impatient(IConfiguration settings) => QueueOptions.From(settings) with { DrainTimeout = TimeSpan.FromMilliseconds(100) };

    /// <summary>Those of every server here, for development.</summary>
    internal static Dictionary<string, string?> Settings(TestDatabase database, string folder) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["WEBOX_DATABASE"] = database.ConnectionString,
        ["WEBOX_DATA"] = folder,
        ["WEBOX_URLS"] = "http://127.0.0.1:0",
    };

    /// <summary>Sends a GraphQL request and reads the whole answer: <c>data</c>, <c>errors</c>.</summary>
    public async Task<JsonElement> SendAsync(string document, object? variables = null, string? accessToken = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = document, variables }) };
        request.Headers.Authorization = accessToken is null ? null : new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await Http.SendAsync(request);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>Sends a GraphQL request that must have no errors and reads its <c>data</c>.</summary>
    public async Task<JsonElement> QueryAsync(string document, object? variables = null, string? accessToken = null)
    {
        var answer = await SendAsync(document, variables, accessToken);
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>A new customer. Gives the access token.</summary>
    public async Task<string> RegisterAsync(string email = "ada@example.com")
    {
        var data = await QueryAsync(
            "mutation($email: String!) { register(input: { email: $email, name: \"Ada\", password: \"correct horse battery\" }) { session { accessToken } } }",
            new { email });
        return data.GetProperty("register").GetProperty("session").GetProperty("accessToken").GetString()!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
