namespace Webox.Infrastructure.Database.Migrations;

/// <summary>Invoices and their documents are only ever added to.</summary>
internal static class InvoiceSql
{
    public static readonly string SqliteUp = AppendOnlySql.SqliteUp("invoices") + "\n" + AppendOnlySql.SqliteUp("invoice_documents");

    public static readonly string PostgresUp = AppendOnlySql.PostgresUp("invoices") + "\n" + AppendOnlySql.PostgresUp("invoice_documents");
}
