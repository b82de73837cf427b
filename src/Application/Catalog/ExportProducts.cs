using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Webox.Application.Catalog;

/// <summary>Writes the catalogue, with what is withdrawn, as comma-separated values by RFC 4180 in UTF-8.</summary>
public sealed class ExportProducts(IWeboxDbFactory databases)
{
    private const int PageSize = 500;

    /// <summary>By slug, a page at a time: whoever reads slowly holds no statement open.</summary>
    public async Task ExecuteAsync(Stream output, CancellationToken cancellationToken)
    {
        // Spreadsheets take a file for UTF-8 by its first bytes.
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true);
        await writer.WriteAsync(CsvText.Record(ProductCsv.Columns));
        for (var last = ""; ;)
        {
            await using var db = databases.Open();
            var page = await db.Products.FromSql($"SELECT * FROM products WHERE slug > {last}").AsNoTracking()
                .OrderBy(product => product.Slug).Take(PageSize).ToListAsync(cancellationToken);
            foreach (var product in page)
            {
                await writer.WriteAsync(ProductCsv.RowOf(product).AsMemory(), cancellationToken);
            }

            await writer.FlushAsync(cancellationToken);
            if (page.Count < PageSize)
            {
                return;
            }

            last = page[^1].Slug;
        }
    }
}
