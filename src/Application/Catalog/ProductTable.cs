using Webox.Domain.Catalog;

namespace Webox.Application.Catalog;

/// <summary>The rows of an import, and what is wrong with it.</summary>
internal sealed class ProductTable
{
    private const int RowsMax = 20_000;

    private readonly List<ProductRow> _rows = [];
    private readonly List<ImportError> _errors = [];

    public IReadOnlyList<ProductRow> Rows => _rows;

    public static async Task<ProductTable> ReadAsync(TextReader text, CancellationToken cancellationToken)
    {
        var table = new ProductTable();
        try
        {
            await table.FillAsync(new CsvReader(text), cancellationToken);
        }
        catch (CsvFormatException broken)
        {
            table.Refuse(broken.Line, null, broken.Message);
        }

        return table;
    }

    public void Refuse(int line, string? column, string reason) => _errors.Add(new ImportError(line, string.IsNullOrEmpty(column) ? null : column, reason));

    /// <summary>Forgets what an earlier try found, which the next one looks at anew.</summary>
    public void Forget() => _errors.Clear();

    /// <exception cref="ImportRefusedException">Something is wrong.</exception>
    public void ThrowIfRefused()
    {
        if (_errors.Count > 0)
        {
            throw new ImportRefusedException([.. _errors.OrderBy(error => error.Line)]);
        }
    }

    private async Task FillAsync(CsvReader reader, CancellationToken cancellationToken)
    {
        Dictionary<string, int>? columns = null;
        Dictionary<string, int> lines = [];
        await foreach (var record in reader.ReadAsync(cancellationToken))
        {
            if (columns is null)
            {
                columns = ColumnsOf(record);
                if (_errors.Count > 0)
                {
                    return;
                }
            }
            else if (_rows.Count == RowsMax)
            {
                Refuse(record.Line, null, $"Un fichier compte au plus {RowsMax} produits.");
                return;
            }
            else
            {
                Add(record, columns, lines);
            }
        }

        if (columns is null)
        {
            Refuse(1, null, "Le fichier est vide.");
        }
    }

    private void Add(CsvRecord record, Dictionary<string, int> columns, Dictionary<string, int> lines)
    {
        try
        {
            var row = ProductRow.Read(record, columns);
            if (lines.TryAdd(row.Description.Slug, row.Line))
            {
                _rows.Add(row);
            }
            else
            {
                Refuse(row.Line, ProductCsv.Slug, $"Ce produit est déjà à la ligne {lines[row.Description.Slug]}.");
            }
        }
        catch (InvalidProductException refusal)
        {
            Refuse(record.Line, refusal.Field, refusal.Message);
        }
    }

    private Dictionary<string, int> ColumnsOf(CsvRecord header)
    {
        Dictionary<string, int> columns = [];
        for (var i = 0; i < header.Cells.Count; i++)
        {
            var name = header.Cells[i].Trim();
            if (!ProductCsv.Columns.Contains(name))
            {
                Refuse(header.Line, null, $"La colonne « {name[..Math.Min(name.Length, 50)]} » n'existe pas ; il y a {string.Join(", ", ProductCsv.Columns)}.");
            }
            else if (!columns.TryAdd(name, i))
            {
                Refuse(header.Line, name, "Cette colonne est là deux fois.");
            }
        }

        foreach (var name in ProductCsv.RequiredColumns.Where(name => !columns.ContainsKey(name)))
        {
            Refuse(header.Line, name, "Cette colonne manque.");
        }

        return columns;
    }
}
