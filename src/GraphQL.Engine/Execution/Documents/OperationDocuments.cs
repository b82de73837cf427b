namespace Webox.GraphQL.Engine.Execution.Documents;

/// <summary>Finds the text that a request is about, and keeps it where it shall be kept.</summary>
internal sealed class OperationDocuments(IOperationDocumentStorage? storage, PersistedOperationOptions options)
{
    /// <summary>Every request brings its text, and any text will do.</summary>
    private bool IsOpen => !options.OnlyAllowPersistedDocuments;

    /// <exception cref="GraphQLException">There is no such document, or it may not be executed.</exception>
    public ValueTask<string> FindAsync(IOperationRequest request, CancellationToken cancellationToken) =>
        request.DocumentId is null && IsOpen ? new(request.Document) : FindKnownAsync(request, cancellationToken);

    /// <summary>Keeps a document that was found valid.</summary>
    public ValueTask SaveAsync(IOperationRequest request, CancellationToken cancellationToken) =>
        request.DocumentId is { } id && request.Document.Length > 0 && options.SavesDocuments && IsOpen && storage is not null
            ? storage.SaveAsync(id, request.Document, cancellationToken)
            : ValueTask.CompletedTask;

    private async ValueTask<string> FindKnownAsync(IOperationRequest request, CancellationToken cancellationToken)
    {
        if (request.DocumentId is { Length: > DocumentId.LengthMax })
        {
            throw Refuse(ErrorCodes.BadRequest, $"The id of a document has {DocumentId.LengthMax} characters at most.");
        }

        if (request.Document.Length > 0 && IsOpen)
        {
            return options.SavesDocuments && request.DocumentId != DocumentId.Of(request.Document)
                ? throw Refuse(ErrorCodes.PersistedQueryHashMismatch, "The id is not that of the document.")
                : request.Document;
        }

        if (storage is null)
        {
            // The words that clients of Apollo look for; they send the text then.
            throw Refuse(ErrorCodes.PersistedQueryNotSupported, "PersistedQueryNotSupported");
        }

        return await storage.TryReadAsync(request.DocumentId ?? DocumentId.Of(request.Document), cancellationToken) ?? throw NotFound();
    }

    private GraphQLException NotFound() => IsOpen
        ? Refuse(ErrorCodes.PersistedQueryNotFound, "PersistedQueryNotFound")
        : Refuse(ErrorCodes.DocumentNotTrusted, "Only documents that this server was given may be executed.");

    private static GraphQLException Refuse(string code, string message) => new(new Error { Message = message, Code = code });
}
