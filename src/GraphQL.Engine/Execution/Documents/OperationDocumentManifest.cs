using System.Collections.Frozen;
using System.Text.Json;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution.Documents;

/// <summary>
/// The documents of an application's own clients, as their build tools write them: a JSON object with a text for each id (the Relay
/// compiler's and GraphQL Code Generator's format), or a folder of files that have the id as their name: <c>id.graphql</c>. Never changes.
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

    /// <exception cref="JsonException">The file is none of this, or there is no document.</exception>
    /// <exception cref="GraphQLException">A text is no GraphQL.</exception>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static OperationDocumentManifest Read(string path)
    {
        var documents = Directory.Exists(path)
            ? Directory.GetFiles(path, "*.graphql").ToDictionary(file => Path.GetFileNameWithoutExtension(file), File.ReadAllText, StringComparer.Ordinal)
            : JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllBytes(path));
        if (documents is not { Count: > 0 })
        {
            throw new JsonException($"{path} holds no document.");
        }

        foreach (var text in documents.Values)
        {
            Parser.ParseDocument(text, ParserOptions.Unlimited);
        }

        return new OperationDocumentManifest(documents);
    }

    public ValueTask<string?> TryReadAsync(string id, CancellationToken cancellationToken = default) => new(_byId.GetValueOrDefault(id));

    public ValueTask SaveAsync(string id, string document, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
}
