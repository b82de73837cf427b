namespace Webox.GraphQL.Operations;

/// <summary>
/// The repository that this program was built in, when it still lies there: <c>dotnet run</c> then means Development and reads the
/// <c>.env</c> at the repository's root. An installed program has none, and means Production.
/// </summary>
internal static class SourceTree
{
    /// <summary>Null when installed.</summary>
    public static string? Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>What the environment says, else Development inside the repository and Production elsewhere.</summary>
    public static string EnvironmentName =>
        Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is { Length: > 0 } asp ? asp
        : Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is { Length: > 0 } dotnet ? dotnet
        : Root is null ? Environments.Production : Environments.Development;

    private static string? Find(DirectoryInfo? folder) =>
        folder is null ? null : File.Exists(System.IO.Path.Combine(folder.FullName, "Webox.sln")) ? folder.FullName : Find(folder.Parent);
}
