using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Webox.TestSupport;

/// <summary>
/// A throwaway PostgreSQL of this test process: made at first use, gone when the process ends, also when it is killed.
/// It keeps nothing, so it never waits for the disk.
/// </summary>
public static class PostgresServer
{
    public const string Missing = "PostgreSQL is not installed: no initdb and pg_ctl in PATH or in /usr/lib/postgresql/*/bin.";

    private static readonly string? Binaries = FindBinaries();
    private static readonly Lazy<Task<int>> Port = new(StartAsync);
    private static readonly Lazy<Task<NpgsqlDataSource>> Beside = new(async () => NpgsqlDataSource.Create(await ConnectionStringAsync("postgres")));

    public static bool IsInstalled => Binaries is not null;

    /// <summary>How to reach a database of this server. It need not exist.</summary>
    public static async Task<string> ConnectionStringAsync(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = await Port.Value,
        Username = "webox",
        Database = database,
        MaxPoolSize = 40,
        Timeout = 60,
    }.ConnectionString;

    /// <summary>Runs a statement beside all databases: <c>CREATE DATABASE …</c>.</summary>
    public static async Task ExecuteAsync(string sql)
    {
        await using var command = (await Beside.Value).CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<int> StartAsync()
    {
        // Not in the folder of this process, which goes while the server still runs.
        var folder = Directory.CreateDirectory(Path.Combine(TemporaryFolder.Parent, $"webox-postgres-{Path.GetRandomFileName()}")).FullName;
        var port = FreePort();
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", "postgres", folder);
        }

        var data = Path.Combine(folder, "data");
        await RunAsServerAsync("initdb", "-D", data, "-U", "webox", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync");
        await RunAsServerAsync("pg_ctl", "-D", data, "-l", Path.Combine(folder, "log"), "-w", "-t", "120", "-o",
            $"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=400 -c fsync=off -c full_page_writes=off -c jit=off", "start");
        StopWithThisProcess(folder, data);
        return port;
    }

    private static void StopWithThisProcess(string folder, string data) =>
        TemporaryFolder.AfterThisProcess($"{string.Join(' ', AsServer("pg_ctl", ["-D", data, "-m", "immediate", "stop"]))}; rm -rf {folder}");

    private static Task RunAsServerAsync(string command, params string[] arguments) => RunAsync(AsServer(command, arguments));

    // PostgreSQL refuses to run as root.
    private static string[] AsServer(string command, string[] arguments) =>
        Environment.UserName == "root"
            ? ["runuser", "-u", "postgres", "--", Path.Combine(Binaries!, command), .. arguments]
            : [Path.Combine(Binaries!, command), .. arguments];

    private static async Task RunAsync(params string[] command)
    {
        // Its output is not read: the server would inherit the pipe and keep it open.
        using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "\"$@\" >/dev/null 2>&1", "sh", .. command]) { WorkingDirectory = "/" })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
        }
    }

    private static string? FindBinaries()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var debian = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(version => version, StringComparer.Ordinal).Select(version => Path.Combine(version, "bin"))
            : [];
        return path.Concat(debian).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")) && File.Exists(Path.Combine(folder, "pg_ctl")));
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
