using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Webox.Application;
using Webox.Application.Catalog;
using Webox.Infrastructure.Database;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Catalog;

/// <summary>How the databases find a page among ten thousand products: by an index, and never by reading all of them.</summary>
public sealed class QueryPlansTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Every_search_and_every_order_reads_an_index(DatabaseKind kind)
    {
        var statements = new RecordedStatements();
        await using var app = await WeboxApp.StartAsync(kind, configure: statements.AddTo);
        await using (var scope = app.Services.CreateAsyncScope())
        {
            Assert.Equal(10_000, await scope.ServiceProvider.GetRequiredService<SeedManyProducts>().ExecuteAsync(10_000, default));
        }

        await using var db = (WeboxDbContext)app.Services.GetRequiredService<IWeboxDbFactory>().Open();
        await using var connection = await OpenAsync(kind, db.Database.GetConnectionString()!);
        await ReadAsync(connection, "ANALYZE");

        string[] sorts = ["NAME", "PRICE_ASC", "PRICE_DESC", "NEWEST", "RATING", "BEST_SELLING", "RELEVANCE"];
        foreach (var sort in sorts)
        {
            var words = kind is DatabaseKind.Postgres ? "Bitmap Index Scan on ix_products_search" : "VIRTUAL TABLE INDEX";
            Assert.Contains(words, await PlanAsync(new { search = "traducteur icônes campus", sort }), StringComparison.Ordinal);
        }

        foreach (var (sort, index) in sorts.Zip(["sort_name", "price_minor_units", "price_minor_units", "created_at", "rating_hundredths", "sold_quantity", "sold_quantity"]))
        {
            var plan = await PlanAsync(new { sort });
            Assert.Contains($"ix_products_{index}_slug", plan, StringComparison.Ordinal);
            var (after, before) = await MiddleAsync(sort);
            Assert.Contains($"ix_products_{index}_slug", await PlanAsync(new { sort, after }), StringComparison.Ordinal);
            Assert.Contains($"ix_products_{index}_slug", await PlanAsync(new { sort, last = 20, before }), StringComparison.Ordinal);
        }

        if (kind is DatabaseKind.Postgres)
        {
            Assert.Contains("ix_products_sort_name_trigrams", await PlanAsync(new { search = "traductuer" }), StringComparison.Ordinal);
        }

        // Of the page itself: counting and grouping everything reads everything.
        async Task<string> PlanAsync(object variables)
        {
            statements.Clear();
            await app.QueryAsync(Document, variables);
            var page = statements.All[^1];
            var plan = await ReadAsync(connection, (kind is DatabaseKind.Postgres ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + page.Sql, page.Parameters);
            Assert.DoesNotContain("Seq Scan on products", plan, StringComparison.Ordinal);
            return plan;
        }

        async Task<(string After, string Before)> MiddleAsync(string sort)
        {
            var edges = (await app.QueryAsync(Document, new { first = 100, sort })).At("products", "edges");
            return (edges[50].At("cursor").GetString()!, edges[90].At("cursor").GetString()!);
        }
    }

    private const string Document =
        """
        query($first: Int, $after: String, $last: Int, $before: String, $sort: ProductSort! = NAME, $search: String) {
          products(first: $first, after: $after, last: $last, before: $before, sort: $sort, search: $search) { edges { cursor node { slug } } }
        }
        """;

    private static async Task<DbConnection> OpenAsync(DatabaseKind kind, string connectionString)
    {
        DbConnection connection = kind is DatabaseKind.Postgres ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString);
        await connection.OpenAsync();
        return connection;
    }

    /// <summary>Every column of every row.</summary>
    private static async Task<string> ReadAsync(DbConnection connection, string sql, IReadOnlyList<(string Name, object? Value)>? parameters = null)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters ?? [])
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(' ', Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)));
        }

        return string.Join('\n', rows);
    }
}
