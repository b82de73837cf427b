namespace Webox.Application.Operations;

/// <summary>Something that must be true of the database at every commit.</summary>
/// <param name="Id">Stable: <c>M3</c>, <c>J1</c>.</param>
/// <param name="Statement">What holds, in one sentence.</param>
/// <param name="ViolationsSql">
/// Selects one text column: the key of every row that breaks it; nothing when it holds. Runs unchanged on SQLite and PostgreSQL.
/// </param>
public sealed record Invariant(string Id, string Statement, string ViolationsSql);
