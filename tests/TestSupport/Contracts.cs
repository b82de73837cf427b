using System.Text.Json;

namespace Webox.TestSupport;

/// <summary>The providers' own OpenAPI documents, and what their official packages were recorded to send. They live outside the repository.</summary>
public static class Contracts
{
    /// <summary>Null where there is none.</summary>
    public static string? Folder { get; } = Find();

    public static JsonElement Read(params string[] path)
    {
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine([Folder!, .. path])));
        return document.RootElement.Clone();
    }

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("WEBOX_SHARED") is { Length: > 0 } shared)
        {
            return Existing(shared);
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Existing(Path.Combine(folder.FullName, "shared")) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static string? Existing(string shared) =>
        Directory.Exists(Path.Combine(shared, "contracts")) ? Path.Combine(shared, "contracts") : null;
}
