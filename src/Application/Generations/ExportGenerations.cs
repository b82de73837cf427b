using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Customers;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>
/// Writes a customer's generations into a ZIP: <c>generations.json</c>, an array of all of them, oldest first, and their files at the
/// paths that it names. It is written as it is read, however many there are.
/// </summary>
public sealed class ExportGenerations(IWeboxDb db, IArtifactStore artifacts)
{
    private const int PageSize = 100;

    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="output">Written from its beginning to its end, and left open.</param>
    public async Task ExecuteAsync(CustomerId owner, Stream output, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancellationToken);
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        var list = zip.CreateEntry("generations.json");
        await using (var content = await list.OpenAsync(cancellationToken))
        {
            await WriteListAsync(owner, content, files, cancellationToken);
        }

        foreach (var (name, sha256) in files)
        {
            await AddFileAsync(zip, name, sha256, cancellationToken);
        }
    }

    private async Task WriteListAsync(CustomerId owner, Stream content, Dictionary<string, string> files, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(content, Json);
        json.WriteStartArray();
        var last = GenerationId.From(Guid.Empty);
        while (await PageAsync(owner, last, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var generation in page)
            {
                Write(json, generation, files);
            }

            await json.FlushAsync(cancellationToken);
            last = page[^1].Id;
        }

        json.WriteEndArray();
    }

    private Task<List<Generation>> PageAsync(CustomerId owner, GenerationId last, CancellationToken cancellationToken) =>
        db.Generations.FromSql($"SELECT * FROM generations WHERE id > {last.Value}").AsNoTracking()
            .Where(g => g.CustomerId == owner)
            .OrderBy(g => g.Id)
            .Take(PageSize)
            .ToListAsync(cancellationToken);

    private static void Write(Utf8JsonWriter json, Generation generation, Dictionary<string, string> files)
    {
        json.WriteStartObject();
        json.WriteString("id", generation.Id.Value);
        json.WriteString("createdAt", generation.CreatedAt);
        json.WriteString("kind", generation.Kind.ToString());
        json.WriteString("status", generation.Status.ToString());
        json.WriteString("model", generation.Model);
        json.WriteBoolean("favorite", generation.Favorite);
        json.WriteString("prompt", generation.Prompt);
        json.WriteString("text", generation.Text);
        json.WriteNumber("credits", generation.Credits ?? 0);
        json.WriteStartArray("files");
        foreach (var artifact in generation.Artifacts.OrderBy(artifact => artifact.Number))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"files/{generation.Id.Value:N}-{artifact.Number}{Extension(artifact.MediaType)}");
            files[name] = artifact.Sha256;
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private async Task AddFileAsync(ZipArchive zip, string name, string sha256, CancellationToken cancellationToken)
    {
        if (await artifacts.OpenReadAsync(sha256, cancellationToken) is not { } file)
        {
            // Deleted while the list was written.
            return;
        }

        await using (file)
        {
            // Pictures, sounds and films are compressed already.
            await using var content = await zip.CreateEntry(name, CompressionLevel.NoCompression).OpenAsync(cancellationToken);
            await file.CopyToAsync(content, cancellationToken);
        }
    }

    private static string Extension(string mediaType) => mediaType switch
    {
        "image/png" => ".png",
        "image/jpeg" => ".jpg",
        "image/webp" => ".webp",
        "video/mp4" => ".mp4",
        "video/webm" => ".webm",
        "audio/mpeg" => ".mp3",
        "audio/wav" => ".wav",
        "audio/ogg" => ".ogg",
        "audio/flac" => ".flac",
        "audio/aac" => ".aac",
        _ => ".bin",
    };
}
