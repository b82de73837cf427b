using System.Diagnostics;

namespace Webox.TestSupport;

/// <summary>
/// What the tests of this process write: in memory where the system has room for it, since it need not outlive them, and gone when the
/// process ends, also when it is killed.
/// </summary>
public static class TemporaryFolder
{
    private const string InMemory = "/dev/shm";
    private const long RoomMin = 2L * 1024 * 1024 * 1024;

    private static readonly Lazy<string> OfProcess = new(Make);

    /// <summary>Where such folders are made.</summary>
    internal static string Parent { get; } = HasRoomInMemory() ? InMemory : Path.GetTempPath();

    /// <summary>A new folder.</summary>
    public static string New(string name) => Directory.CreateDirectory(NewPath(name)).FullName;

    /// <summary>A path that nothing has yet.</summary>
    public static string NewPath(string name, string extension = "") =>
        Path.Combine(OfProcess.Value, $"{name}-{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}{extension}");

    private static string Make()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Parent, $"webox-tests-{Environment.ProcessId}-{Path.GetRandomFileName()}")).FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        if (!OperatingSystem.IsWindows())
        {
            AfterThisProcess($"rm -rf {folder}");
        }

        return folder;
    }

    /// <summary>Runs a shell command once this process is gone, however it ends: a killed process runs no handlers of its own.</summary>
    internal static void AfterThisProcess(string command)
    {
        var script = $"while kill -0 {Environment.ProcessId} 2>/dev/null; do sleep 1; done; {command}";
        Process.Start(new ProcessStartInfo("setsid", ["sh", "-c", $"({script}) >/dev/null 2>&1 &"]))!.Dispose();
    }

    // A developer who says where temporary files go is obeyed.
    private static bool HasRoomInMemory() =>
        Environment.GetEnvironmentVariable("TMPDIR") is null && Directory.Exists(InMemory) && new DriveInfo(InMemory).AvailableFreeSpace > RoomMin;
}
