using System.Globalization;
using Webox.Application.Catalog;
using Webox.Application.Operations;
using Webox.GraphQL.Operations.Audit;

namespace Webox.GraphQL.Operations;

/// <summary>Chooses the command by the first argument. No argument serves.</summary>
internal static class CommandLine
{
    /// <summary>https://man.freebsd.org/cgi/man.cgi?sysexits: EX_USAGE.</summary>
    public const int ExitUsage = 64;

    /// <summary>EX_CONFIG.</summary>
    public const int ExitRefused = 78;

    public static IReadOnlyList<Command> Commands { get; } =
    [
        new("serve", "answers requests, until it is stopped (the default)", ServeCommand.RunAsync),
        new("check-env", "says what is configured, without telling it, and whether providers answer [--json] [--online]", CheckEnvCommand.RunAsync)
        {
            RunOnlineAsync = CheckEnvCommand.RunOnlineAsync,
        },
        new("migrate", "brings the database up to this version", MigrateCommand.RunAsync),
        new("seed", "fills an empty shop with products [--products 10000]", SeedCommand.RunAsync) { RunManyAsync = SeedCommand.RunManyAsync },
        new("schema", "prints the schema as SDL", SchemaCommand.RunAsync),
        new("reconcile", "asks payment providers about what is unfinished here [--json]", ReconcileCommand.RunAsync),
        new("audit", "probes a running server as a client would, and says what works [--json]", AuditCommand.RunAsync),
        new("check-invariants", "looks for what must never be in the database [--json]", CheckInvariantsCommand.RunAsync),
    ];

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments, Func<WebApplication> createApp)
    {
        var name = arguments.FirstOrDefault() ?? "serve";
        if (name is "help" or "--help" or "-h")
        {
            WriteUsage(Console.Out);
            return 0;
        }

        var chosen = Commands.FirstOrDefault(command => command.Name == name);
        var many = chosen?.ManyOf(arguments);
        var options = arguments.Skip(many is null ? 1 : 3).ToHashSet();
        if (chosen is null || options.Except(chosen.Options).Any())
        {
            await Console.Error.WriteLineAsync($"webox does not know: {string.Join(' ', arguments)}");
            WriteUsage(Console.Error);
            return ExitUsage;
        }

        try
        {
            await using var app = createApp();
            if (many is { } count)
            {
                return await chosen.RunManyAsync!(app, count);
            }

            var run = options.Contains("--online") ? chosen.RunOnlineAsync! : chosen.RunAsync;
            return await run(app, options.Contains("--json"));
        }
        catch (StartRefusedException refusal)
        {
            foreach (var reason in refusal.Reasons)
            {
                await Console.Error.WriteLineAsync($"webox does not start: {reason}");
            }

            return ExitRefused;
        }
        catch (FormatException exception)
        {
            await Console.Error.WriteLineAsync($"webox does not start: {exception.Message}");
            return ExitRefused;
        }
    }

    private static void WriteUsage(TextWriter output)
    {
        output.WriteLine("usage: webox [command]");
        foreach (var command in Commands)
        {
            output.WriteLine($"  {command.Name,-18}{command.Purpose}");
        }
    }
}

/// <param name="RunAsync">Given the whole application, not started, and whether to write JSON. Returns the exit code.</param>
internal sealed record Command(string Name, string Purpose, Func<WebApplication, bool, Task<int>> RunAsync)
{
    /// <summary>What <c>--online</c> runs instead. Null: it does not know that option.</summary>
    public Func<WebApplication, bool, Task<int>>? RunOnlineAsync { get; init; }

    /// <summary>What <c>--products</c> and a number run instead. Null: it does not know that option.</summary>
    public Func<WebApplication, int, Task<int>>? RunManyAsync { get; init; }

    public IReadOnlyList<string> Options => RunOnlineAsync is null ? ["--json"] : ["--json", "--online"];

    /// <summary>The number after <c>--products</c>. Null: there is none, or it is none.</summary>
    public int? ManyOf(string[] arguments) =>
        RunManyAsync is not null && arguments is [_, "--products", var number, ..]
            && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= SeedManyProducts.CountMax
            ? count
            : null;
}
