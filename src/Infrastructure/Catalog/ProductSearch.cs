using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Catalog;
using Webox.Domain.Catalog;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Catalog;

/// <summary>
/// SQLite searches an FTS5 table, PostgreSQL a stored <c>tsvector</c>; <see cref="Database.Migrations.Sql.ProductSearchSql"/> makes both.
/// Terms are letters and digits only, so none of them is an operator of either language.
/// </summary>
internal sealed class ProductSearch : IProductSearch
{
    // More names than these are not compared with a misspelled word.
    private const int NamesMax = 5000;

    private bool? _hasTrigrams;

    public IQueryable<Product> Having(IWeboxDb db, IReadOnlyList<string> terms) =>
        ((WeboxDbContext)db).Database.IsSqlite() ? InSqlite(db, terms) : InPostgres(db, terms);

    // The index comes with a migration, or not, and stays, so one look is enough.
    public async Task<bool> KnowsResemblingAsync(IWeboxDb db, CancellationToken cancellationToken) => _hasTrigrams ??=
        ((WeboxDbContext)db).Database.IsSqlite()
        || await ((WeboxDbContext)db).Database
            .SqlQuery<bool>($"SELECT to_regclass('ix_products_sort_name_trigrams') IS NOT NULL AS \"Value\"").SingleAsync(cancellationToken);

    public IQueryable<Product> Resembling(IWeboxDb db, IReadOnlyList<string> terms) =>
        ((WeboxDbContext)db).Database.IsSqlite() ? ResemblingInSqlite((WeboxDbContext)db, terms) : ResemblingInPostgres(db, terms);

    private static IQueryable<Product> ResemblingInSqlite(WeboxDbContext db, IReadOnlyList<string> terms)
    {
        ((SqliteConnection)db.Database.GetDbConnection()).CreateFunction<string, string, bool>("is_misspelled_in", Misspelling.IsIn, isDeterministic: true);
        return db.Products.FromSql(FormattableStringFactory.Create(
            $"""
            SELECT * FROM products WHERE id IN (
                SELECT id FROM (SELECT id, sort_name FROM products WHERE is_for_sale ORDER BY sold_quantity DESC LIMIT {NamesMax})
                WHERE {string.Join(" AND ", terms.Select((_, i) => $"is_misspelled_in({{{i}}}, sort_name)"))})
            """,
            [.. terms]));
    }

    // <% is true from a word similarity of 0.6: https://www.postgresql.org/docs/current/pgtrgm.html
    private static IQueryable<Product> ResemblingInPostgres(IWeboxDb db, IReadOnlyList<string> terms) => db.Products.FromSql(FormattableStringFactory.Create(
        $"SELECT * FROM products WHERE {string.Join(" AND ", terms.Select((_, i) => $"{{{i}}} <% sort_name"))} OFFSET 0", [.. terms]));

    // The joins are crossed so that SQLite starts from the words. Plurals are the singular with an s or an x, mostly.
    private static IQueryable<Product> InSqlite(IWeboxDb db, IReadOnlyList<string> terms)
    {
        var match = string.Join(" AND ", terms.Select(term => term is [.., 's' or 'x'] and { Length: > 3 } ? $"(\"{term}\"* OR \"{term[..^1]}\")" : $"\"{term}\"*"));
        return db.Products.FromSql(
            $"""
            SELECT p.* FROM product_search s
            CROSS JOIN product_search_rows r ON r.id = s.rowid
            CROSS JOIN products p ON p.id = r.product_id
            WHERE s.product_search MATCH {match}
            """);
    }

    // OFFSET 0 keeps the search apart from the order of the list: PostgreSQL would rather read all products in that order, and look at each.
    private static IQueryable<Product> InPostgres(IWeboxDb db, IReadOnlyList<string> terms)
    {
        var query = string.Join(" && ", terms.Select((_, i) => $"(to_tsquery('simple', {{{2 * i}}}) || plainto_tsquery('french', {{{2 * i + 1}}}))"));
        return db.Products.FromSql(FormattableStringFactory.Create(
            $"SELECT * FROM products WHERE search @@ ({query}) OFFSET 0", [.. terms.SelectMany(term => new object[] { $"'{term}':*", term })]));
    }
}
