using System.Runtime.CompilerServices;
using System.Text;

namespace Webox.Application.Catalog;

/// <summary>Reads comma-separated values by RFC 4180, https://www.rfc-editor.org/rfc/rfc4180, as they come; a line may also end with LF alone.</summary>
internal sealed class CsvReader(TextReader text)
{
    /// <summary>Characters of one cell.</summary>
    public const int CellLengthMax = 20_000;

    private const int CellsMax = 100;

    private readonly char[] _buffer = new char[8192];
    private int _position;
    private int _length;
    private int _line = 1;

    /// <summary>Every record but empty lines.</summary>
    /// <exception cref="CsvFormatException">A quote stands where none may, or is missing; a cell or a record is too long.</exception>
    public async IAsyncEnumerable<CsvRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (await PeekAsync(cancellationToken) is not null)
        {
            var line = _line;
            var cells = await ReadRecordAsync(cancellationToken);
            if (cells is not [""])
            {
                yield return new CsvRecord(line, cells);
            }
        }
    }

    private async Task<List<string>> ReadRecordAsync(CancellationToken cancellationToken)
    {
        List<string> cells = [];
        while (true)
        {
            var isQuoted = await PeekAsync(cancellationToken) == '"';
            cells.Add(isQuoted ? await ReadQuotedAsync(cancellationToken) : await ReadPlainAsync(cancellationToken));
            if (cells.Count > CellsMax)
            {
                throw new CsvFormatException(_line, "Trop de colonnes.");
            }

            switch (await PeekAsync(cancellationToken))
            {
                case ',':
                    _position++;
                    break;
                case null or '\n':
                    EndLine();
                    return cells;
                default:
                    throw new CsvFormatException(_line, "Du texte suit un guillemet fermant.");
            }
        }
    }

    private async Task<string> ReadPlainAsync(CancellationToken cancellationToken)
    {
        var cell = new StringBuilder();
        while (await PeekAsync(cancellationToken) is { } next and not (',' or '\n'))
        {
            if (next == '"')
            {
                throw new CsvFormatException(_line, "Un guillemet est au milieu d'une cellule sans guillemets.");
            }

            Append(cell, next);
        }

        return cell.ToString();
    }

    private async Task<string> ReadQuotedAsync(CancellationToken cancellationToken)
    {
        var (begun, cell) = (_line, new StringBuilder());
        _position++;
        while (await PeekAsync(cancellationToken) is { } next)
        {
            if (next != '"')
            {
                Append(cell, next);
                continue;
            }

            _position++;
            if (await PeekAsync(cancellationToken) != '"')
            {
                return cell.ToString();
            }

            Append(cell, '"');
        }

        throw new CsvFormatException(begun, "Un guillemet n'est pas fermé.");
    }

    private void Append(StringBuilder cell, char next)
    {
        if (cell.Length == CellLengthMax)
        {
            throw new CsvFormatException(_line, $"Une cellule compte plus de {CellLengthMax} caractères.");
        }

        cell.Append(next);
        _position++;
        _line += next == '\n' ? 1 : 0;
    }

    private void EndLine()
    {
        if (_position < _length)
        {
            _position++;
            _line++;
        }
    }

    /// <summary>The next character, with CR LF as LF. Null at the end.</summary>
    private async ValueTask<char?> PeekAsync(CancellationToken cancellationToken)
    {
        if (_position == _length && !await FillAsync(keep: 0, cancellationToken))
        {
            return null;
        }

        if (_buffer[_position] == '\r')
        {
            if (_position + 1 == _length)
            {
                _buffer[0] = '\r';
                await FillAsync(keep: 1, cancellationToken);
            }

            if (_position + 1 < _length && _buffer[_position + 1] == '\n')
            {
                _position++;
            }
        }

        return _buffer[_position];
    }

    private async Task<bool> FillAsync(int keep, CancellationToken cancellationToken)
    {
        _position = 0;
        _length = keep + await text.ReadAsync(_buffer.AsMemory(keep), cancellationToken);
        return _length > keep;
    }
}

/// <param name="Line">Where it begins, from 1; a cell in quotes may have lines of its own.</param>
internal sealed record CsvRecord(int Line, IReadOnlyList<string> Cells);

internal sealed class CsvFormatException(int line, string message) : Exception(message)
{
    public int Line { get; } = line;
}
