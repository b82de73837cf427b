using Microsoft.EntityFrameworkCore;
using Webox.Domain.Auditing;
using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>
/// Takes over a file of products, by slug: what is new is created, what is there is changed. All of it or nothing. Only staff is let here.
/// Safe to repeat: the stock of a product that is there moves only from <c>knownStock</c> to <c>stock</c>.
/// </summary>
public sealed class ImportProducts(IWeboxDb db, ICurrentCustomer staff, TimeProvider clock)
{
    private const int ChunkSize = 1000;

    /// <exception cref="ImportRefusedException">A line has an error; every bad one is named.</exception>
    public async Task<ImportResult> ExecuteAsync(TextReader text, CancellationToken cancellationToken)
    {
        var table = await ProductTable.ReadAsync(text, cancellationToken);
        table.ThrowIfRefused();
        return await db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                table.Forget();
                var (created, updated) = await MergeAsync(table, cancellationToken);
                table.ThrowIfRefused();
                if (created + updated > 0)
                {
                    db.AuditEntries.Add(AuditEntry.Of(
                        staff.Id, "catalog.imported", "products.csv", clock.GetUtcNow(), $"{created} created, {updated} changed of {table.Rows.Count}"));
                    await db.SaveChangesAsync(cancellationToken);
                }

                return new ImportResult(created, updated, table.Rows.Count - created - updated);
            },
            cancellationToken);
    }

    private async Task<(int Created, int Updated)> MergeAsync(ProductTable table, CancellationToken cancellationToken)
    {
        var categories = await db.Categories.Select(category => category.Slug).ToHashSetAsync(cancellationToken);
        foreach (var row in table.Rows.Where(row => !categories.Contains(row.Description.CategorySlug)))
        {
            table.Refuse(row.Line, ProductCsv.Category, $"La catégorie « {row.Description.CategorySlug} » n'existe pas.");
        }

        table.ThrowIfRefused();
        var (created, updated, now) = (0, 0, clock.GetUtcNow());
        List<(ProductRow Row, Product Product)> counted = [];
        foreach (var rows in table.Rows.Chunk(ChunkSize))
        {
            var slugs = rows.Select(row => row.Description.Slug).ToList();
            var present = await db.Products.AsTracking().Where(product => slugs.Contains(product.Slug))
                .ToDictionaryAsync(product => product.Slug, cancellationToken);
            foreach (var row in rows)
            {
                if (!present.TryGetValue(row.Description.Slug, out var product))
                {
                    Create(row, now);
                    created++;
                    continue;
                }

                var movesStock = row.ChangesStock && product.Stock != row.Stock;
                if (movesStock)
                {
                    counted.Add((row, product));
                }

                updated += Update(table, row, product, now) || movesStock ? 1 : 0;
            }
        }

        table.ThrowIfRefused();
        await db.SaveChangesAsync(cancellationToken);
        await MoveStockAsync(table, counted, now, cancellationToken);
        return (created, updated);
    }

    private void Create(ProductRow row, DateTimeOffset now)
    {
        var product = row.ToProduct(now);
        db.Products.Add(product);
        db.AuditEntries.Add(AuditEntry.Of(staff.Id, "product.created", product.Slug, now, ProductChanges.Of(product)));
    }

    private bool Update(ProductTable table, ProductRow row, Product product, DateTimeOffset now)
    {
        var before = ProductState.Of(product);
        try
        {
            row.ApplyTo(product);
        }
        catch (InvalidProductException refusal)
        {
            table.Refuse(row.Line, refusal.Field, refusal.Message);
            return false;
        }

        if (ProductChanges.Between(before, ProductState.Of(product)) is not { } changes)
        {
            return false;
        }

        db.AuditEntries.Add(AuditEntry.Of(staff.Id, "product.updated", product.Slug, now, changes));
        return true;
    }

    private async Task MoveStockAsync(
        ProductTable table, IEnumerable<(ProductRow Row, Product Product)> counted, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // In the order in which everybody locks products.
        foreach (var (row, product) in counted.OrderBy(one => one.Product.Id.Value))
        {
            try
            {
                await db.MoveStockAsync(product, (long)row.Stock!.Value - row.KnownStock!.Value, row.KnownStock, cancellationToken);
                db.AuditEntries.Add(AuditEntry.Of(staff.Id, "stock.counted", product.Slug, now, $"{row.KnownStock} → {row.Stock} units"));
            }
            catch (StockConflictException conflict)
            {
                table.Refuse(row.Line, ProductCsv.KnownStock, conflict.Message);
            }
        }
    }
}

/// <param name="Unchanged">Rows that say what is so already.</param>
public sealed record ImportResult(int Created, int Updated, int Unchanged);
