namespace Webox.GraphQL.Engine;

/// <summary>A place in a document. Both numbers count from 1; a column counts UTF-16 code units.</summary>
public readonly record struct Location(int Line, int Column);
