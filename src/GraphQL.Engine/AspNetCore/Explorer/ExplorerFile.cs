namespace Webox.GraphQL.Engine.AspNetCore.Explorer;

/// <param name="FullPath">Where it lies on this machine.</param>
internal sealed record ExplorerFile(string FullPath, string ContentType);
