namespace Webox.GraphQL.Engine.Execution.Documents;

/// <summary>
/// Documents by id, for clients that send an id in the place of the text. The id of a text is <c>sha256:</c> and the lower case hex of
/// its SHA-256; documents that were given to the server may have others.
/// https://graphql.github.io/graphql-over-http/draft/#sec-Appendix-Persisted-Documents
/// </summary>
public interface IOperationDocumentStorage
{
    /// <returns>Null when there is no document of that id.</returns>
    ValueTask<string?> TryReadAsync(string id, CancellationToken cancellationToken = default);

    /// <summary>Keeps a valid document that a client has sent. May forget it again, and may do nothing.</summary>
    ValueTask SaveAsync(string id, string document, CancellationToken cancellationToken = default);
}
