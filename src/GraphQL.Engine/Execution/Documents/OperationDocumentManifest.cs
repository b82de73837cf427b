using System.Collections.Frozen;
using System.Text.Json;

namespace Webox.GraphQL.Engine.Execution.Documents;

/// <summary>
/// The documents of an application's own clients, as their build tools write them: a JSON object with a text for each id (the Relay
/// compiler's and GraphQL Code Generator's format). Never changes.
/// </summary>
internal sealed class OperationDocumentManifest : IOperationDocumentStorage
{
    private readonly FrozenDictionary<string, string> _byId;

    private OperationDocumentManifest(Dictionary<string, string> documents)
    {
        foreach (var text in documents.Values.ToArray())
        {
            documents.TryAdd(DocumentId.Of(text), text);
        }

        _byId = documents.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <exception cref="JsonException">The file is none of this.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OperationDocumentManifest Read(string path) =>
        new(JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path)) ?? throw new JsonException($"{path} holds null."));

    public ValueTask<string?> TryReadAsync(string id, CancellationToken cancellationToken = default) => new(_byId.GetValueOrDefault(id));

    public ValueTask SaveAsync(string id, string document, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
