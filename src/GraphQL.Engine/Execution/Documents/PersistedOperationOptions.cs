namespace Webox.GraphQL.Engine.Execution.Documents;

/// <summary>How documents that are known by id are treated. They need an <see cref="IOperationDocumentStorage"/>.</summary>
public sealed class PersistedOperationOptions
{
    /// <summary>
    /// Whether only documents in the storage are executed, by id or by text; others are refused with
    /// <see cref="ErrorCodes.DocumentNotTrusted"/>, and none is saved. Default: false.
    /// </summary>
    public bool OnlyAllowPersistedDocuments { get; set; }

    /// <summary>
    /// Whether a text that comes with its id is saved, so that the id is enough from then on. Default: false.
    /// https://www.apollographql.com/docs/apollo-server/performance/apq
    /// </summary>
    public bool SavesDocuments { get; set; }
}
