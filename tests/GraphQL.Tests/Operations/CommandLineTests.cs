using System.Diagnostics;
using System.Text.Json;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Operations;

/// <summary>The commands, each in a process of its own, as people and scripts run them.</summary>
public sealed class CommandLineTests
{
    private const string Canary = "CanaryCanaryCanaryCanary";

    private static readonly string[] Secrets =
    [
        "WEBOX_SECRET", "STRIPE_SECRET_KEY", "STRIPE_PUBLISHABLE_KEY", "STRIPE_WEBHOOK_SECRET", "PAYPAL_CLIENT_ID", "PAYPAL_CLIENT_SECRET",
        "PAYPAL_WEBHOOK_ID", "OPENAI_API_KEY", "ANTHROPIC_API_KEY", "GOOGLE_API_KEY", "GROQ_API_KEY", "WEBOX_OPENAI_COMPATIBLE_API_KEY",
    ];

    // Nobody listens there.
    private static readonly string[] Addresses =
    [
        "WEBOX_STRIPE_BASE_URL", "WEBOX_PAYPAL_BASE_URL", "WEBOX_OPENAI_BASE_URL", "WEBOX_ANTHROPIC_BASE_URL", "WEBOX_GOOGLE_BASE_URL",
        "WEBOX_GROQ_BASE_URL", "WEBOX_OPENAI_COMPATIBLE_BASE_URL",
    ];

    [Fact]
    public async Task Help_names_every_command()
    {
        var (exit, output, _) = await RunAsync(["help"]);

        Assert.Equal(0, exit);
        Assert.Equal(
            ["serve", "check-env", "migrate", "seed", "schema", "reconcile", "audit", "check-invariants"],
            output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]));
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("schema", "--bogus")]
    [InlineData("schema", "--online")]
    [InlineData("schema", "--products", "10")]
    [InlineData("seed", "--products")]
    [InlineData("seed", "--products", "0")]
    [InlineData("seed", "--products", "many")]
    [InlineData("seed", "--products", "1000000")]
    [InlineData("check-env", "--bogus")]
    public async Task What_it_does_not_know_is_answered_with_the_usage_and_64(params string[] arguments)
    {
        var (exit, output, errors) = await RunAsync(arguments);

        Assert.Equal((64, ""), (exit, output));
        Assert.StartsWith($"webox does not know: {string.Join(' ', arguments)}\nusage: webox [command]\n", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schema_prints_nothing_but_the_schema()
    {
        var (exit, output, _) = await RunAsync(["schema"]);

        Assert.Equal(0, exit);
        Assert.Contains("  register(input: RegisterInput!): RegisterPayload!\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("info:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("STRIPE_SECRET_KEY", "sk_test_" + Canary, 1)]
    [InlineData("OPENAI_API_KEY", "your-" + Canary, 2)]
    public async Task Check_env_tells_by_its_exit_code_and_never_a_secret(string name, string value, int expected)
    {
        var (exit, output, errors) = await RunAsync(["check-env"], (name, value));
        var (jsonExit, json, jsonErrors) = await RunAsync(["check-env", "--json"], (name, value));

        Assert.Equal((expected, expected), (exit, jsonExit));
        Assert.DoesNotContain(Canary, output + errors + json + jsonErrors, StringComparison.Ordinal);
        var names = JsonDocument.Parse(json).RootElement.EnumerateArray().Select(setting => setting.GetProperty("name").GetString()!).ToList();
        Assert.Equal(names, output.Split('\n').TakeWhile(line => line.Length > 0).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public async Task Check_env_tells_of_each_provider_what_is_configured()
    {
        var (_, output, _) = await RunAsync(
            ["check-env"], ("STRIPE_SECRET_KEY", "sk_test_" + Canary), ("STRIPE_PUBLISHABLE_KEY", "pk_test_" + Canary), ("GROQ_API_KEY", "gsk_" + Canary));

        Assert.EndsWith(
            "\n\nStripe: test keys, webhook secret missing\nPayPal: not configured\nbank transfer: not configured\nOpenAI: not configured\n"
            + "Anthropic: not configured\nGoogle: not configured\nGroq: configured\nOpenAI-compatible: not configured\nS3: not configured\n",
            output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("your-")]
    [InlineData("sk-")]
    [InlineData("sk_live_")]
    [InlineData("https://127.0.0.1:9/")]
    public async Task Check_env_online_calls_providers_and_tells_no_secret_in_whatever_state_it_is(string prefix)
    {
        var canary = prefix + Canary;
        var settings = Secrets.Select(name => (name, canary)).Concat(Addresses.Select(name => (name, "http://127.0.0.1:9"))).ToArray();

        var (exit, output, errors) = await RunAsync(["check-env", "--online"], settings);
        var (jsonExit, json, jsonErrors) = await RunAsync(["check-env", "--online", "--json"], settings);

        Assert.Equal((2, 2), (exit, jsonExit));
        Assert.DoesNotContain(Canary, output + errors + json + jsonErrors, StringComparison.Ordinal);
        Assert.Matches("\nOpenAI-compatible: configured, models missing.*; FAILED: GET http://127.0.0.1:9/v1/models: cannot be reached.\n", output);
        var answer = JsonDocument.Parse(json).RootElement;
        Assert.Equal("STRIPE_SECRET_KEY", answer.At("settings").Texts("name").Single(name => name == "STRIPE_SECRET_KEY"));
        Assert.Equal(
            ["Stripe", "PayPal", "bank transfer", "OpenAI", "Anthropic", "Google", "Groq", "OpenAI-compatible", "S3"], answer.At("providers").Texts("name"));
    }

    [Fact]
    public async Task Check_env_online_is_1_when_a_provider_refuses_the_key_although_all_settings_are_well_formed_and_0_when_it_answers()
    {
        await using var provider = await ModelServer.StartAsync("gsk_right" + Canary);

        var right = await RunAsync(["check-env", "--online"], ("GROQ_API_KEY", "gsk_right" + Canary), ("WEBOX_GROQ_BASE_URL", provider.Address));
        var wrong = await RunAsync(["check-env", "--online"], ("GROQ_API_KEY", "gsk_wrong" + Canary), ("WEBOX_GROQ_BASE_URL", provider.Address));

        Assert.Equal((0, 1), (right.Exit, wrong.Exit));
        Assert.Contains($"Groq: configured; ok: GET {provider.Address}/openai/v1/models: answered.\n", right.Output, StringComparison.Ordinal);
        Assert.Contains($"Groq: configured; FAILED: GET {provider.Address}/openai/v1/models: refused the key (401).\n", wrong.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, right.Output + right.Errors + wrong.Output + wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_invariants_cannot_read_a_database_that_is_not_there_and_finds_nothing_in_a_new_one()
    {
        var folder = Directory.CreateTempSubdirectory("webox-commands-").FullName;
        try
        {
            Assert.Equal(2, (await RunAsync(["check-invariants"], ("WEBOX_DATA", folder))).Exit);
            Assert.Equal((0, "The database is up to date.\n"), Two(await RunAsync(["migrate"], ("WEBOX_DATA", folder))));
            Assert.Equal(0, (await RunAsync(["seed"], ("WEBOX_DATA", folder))).Exit);
            Assert.Equal((0, "0 products added.\n"), Two(await RunAsync(["seed"], ("WEBOX_DATA", folder))));

            var (exit, json, _) = await RunAsync(["check-invariants", "--json"], ("WEBOX_DATA", folder));

            Assert.Equal(0, exit);
            Assert.All(JsonDocument.Parse(json).RootElement.EnumerateArray(), invariant => Assert.Equal(0, invariant.GetProperty("violations").GetArrayLength()));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Production_does_not_start_with_unsafe_settings_and_says_which()
    {
        var (exit, _, errors) = await RunAsync(["serve"], ("ASPNETCORE_ENVIRONMENT", "Production"), ("STRIPE_SECRET_KEY", "sk_test_" + Canary));

        Assert.Equal(78, exit);
        Assert.Contains("webox does not start: STRIPE_SECRET_KEY: It is a test key: it would sell without being paid.\n", errors, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_process_on_the_same_file_does_not_start()
    {
        await using var app = await WeboxApp.StartAsync();

        var (exit, _, errors) = await RunAsync(["serve"], ("WEBOX_DATABASE", app.ConnectionString), ("WEBOX_URLS", "http://127.0.0.1:0"));

        Assert.Equal(78, exit);
        Assert.StartsWith($"webox does not start: Another process ({Environment.ProcessId}) uses the SQLite file ", errors, StringComparison.Ordinal);
    }

    private static (int, string) Two((int Exit, string Output, string Errors) result) => (result.Exit, result.Output);

    private static async Task<(int Exit, string Output, string Errors)> RunAsync(string[] arguments, params (string Name, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("webox-commands-").FullName;
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development", ["WEBOX_DATA"] = folder, ["WEBOX_DATABASE"] = "" },
        };
        foreach (var (name, value) in settings.Where(setting => setting.Name.Length > 0))
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        return (process.ExitCode, await output, await errors);
    }
}
