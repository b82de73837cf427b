using Microsoft.Extensions.Configuration;

namespace Webox.Infrastructure;

/// <summary>Where this installation keeps its files: the SQLite database, artifacts and keys.</summary>
internal sealed class DataFolder
{
    /// <param name="configuration"><c>WEBOX_DATA</c>; default <c>webox</c> in the user's data folder.</param>
    public DataFolder(IConfiguration configuration)
    {
        var configured = configuration["WEBOX_DATA"];
        Path = System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(configured)
            ? System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create), "webox")
            : configured);
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    /// <summary>A folder inside, made when it is missing.</summary>
    public string Folder(string name) => Directory.CreateDirectory(System.IO.Path.Combine(Path, name)).FullName;
}
