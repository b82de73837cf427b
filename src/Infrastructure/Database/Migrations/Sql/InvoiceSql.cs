namespace Webox.Infrastructure.Database.Migrations.Sql;

/// <summary>Invoices and their documents are only ever added to.</summary>
internal static class InvoiceSql
{
    private static readonly string[] Tables = ["invoices", "invoice_documents"];

    public static string SqliteUp => string.Join('\n', Tables.Select(AppendOnlySql.SqliteUp));

    public static string SqliteDown => string.Join('\n', Tables.Select(AppendOnlySql.SqliteDown));

    public static string PostgresUp => string.Join('\n', Tables.Select(AppendOnlySql.PostgresUp));

    public static string PostgresDown => string.Join('\n', Tables.Select(AppendOnlySql.PostgresDown));
}
