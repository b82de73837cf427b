using System.Diagnostics;
using System.Text.Json;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Operations;

/// <summary>The commands, each in a process of its own, as people and scripts run them.</summary>
public sealed class CommandLineTests
{
    private const string Canary = "CanaryCanaryCanaryCanary";

    [Fact]
    public async Task Help_names_every_command()
    {
        var (exit, output, _) = await RunAsync(["help"]);

        Assert.Equal(0, exit);
        Assert.Equal(
            ["serve", "check-env", "migrate", "seed", "schema", "reconcile", "check-invariants"],
            output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal)).Select(line => line.Trim().Split(' ')[0]));
    }

    [Theory]
    [InlineData("bogus")]
    [InlineData("schema", "--bogus")]
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
        Assert.Equal(names, output.TrimEnd().Split('\n').Select(line => line.Split(' ')[0]));
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
