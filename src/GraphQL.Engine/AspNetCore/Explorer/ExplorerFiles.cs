using System.Collections.Frozen;

namespace Webox.GraphQL.Engine.AspNetCore.Explorer;

/// <summary>
/// The files of the explorer by their path below the endpoint. The folder is listed once and only what was listed is served, so no path
/// that a client makes up ever reaches the file system.
/// </summary>
internal sealed class ExplorerFiles(string root)
{
    private static readonly FrozenDictionary<string, string> ContentTypes = new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".json"] = "application/json",
        [".webmanifest"] = "application/manifest+json",
        [".svg"] = "image/svg+xml",
        [".png"] = "image/png",
        [".ico"] = "image/x-icon",
        [".woff2"] = "font/woff2",
        [".ttf"] = "font/ttf",
        [".txt"] = "text/plain; charset=utf-8",
        [""] = "text/plain; charset=utf-8",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private readonly Lazy<FrozenDictionary<string, ExplorerFile>> _files = new(() => List(root));

    public ExplorerFile? Find(string path) => _files.Value.GetValueOrDefault(path);

    private static FrozenDictionary<string, ExplorerFile> List(string root)
    {
        var files = Directory.Exists(root) ? Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories) : [];
        return files
            .Where(file => ContentTypes.ContainsKey(Path.GetExtension(file)))
            .ToFrozenDictionary(
                file => Path.GetRelativePath(root, file).Replace('\\', '/'),
                file => new ExplorerFile(file, ContentTypes[Path.GetExtension(file)]),
                StringComparer.Ordinal);
    }
}
