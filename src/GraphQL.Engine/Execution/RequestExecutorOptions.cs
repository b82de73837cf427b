using Webox.GraphQL.Engine.Execution.Costs;
using Webox.GraphQL.Engine.Execution.Documents;
using Webox.GraphQL.Engine.Execution.Incremental;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Validation.Limits;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>What one request may cost, and how much it is told about its failures.</summary>
public sealed class RequestExecutorOptions
{
    /// <summary>Limits that the parser enforces.</summary>
    public ParserOptions Parser { get; set; } = ParserOptions.Default;

    /// <summary>Limits on what a valid document may ask for.</summary>
    public ExecutionLimits Limits { get; set; } = ExecutionLimits.Default;

    /// <summary>
    /// How long a query, a mutation or the answer to one event may take; then it is canceled and answered with
    /// <see cref="ErrorCodes.TimedOut"/>. Default: 10 seconds. <see cref="Timeout.InfiniteTimeSpan"/>: for ever.
    /// </summary>
    public TimeSpan ExecutionTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Puts the type, message and stack of unexpected exceptions into errors. Never in production. Default: false.</summary>
    public bool IncludeExceptionDetails { get; set; }

    /// <summary>Validation stops after this many errors. Default: 5.</summary>
    public int ValidationErrorsMax { get; set; } = 5;

    /// <summary>
    /// Executes documents without validating or measuring them; what does not exist is left out of the answer. Default: false. Only where
    /// every document is the application's own and was validated before.
    /// </summary>
    public bool SkipsValidation { get; set; }

    /// <summary>How documents that are known by id are treated.</summary>
    public PersistedOperationOptions PersistedOperations { get; } = new();

    /// <summary>
    /// How <c>@defer</c> and <c>@stream</c> are carried out, where the schema has them. Null, the default: they change nothing.
    /// </summary>
    public IncrementalDeliveryOptions? IncrementalDelivery { get; set; }

    /// <summary>What each client may spend. Null, the default: as much as it likes, and responses have no <c>extensions.cost</c>.</summary>
    public CostBudgetOptions? CostBudget { get; set; }

    /// <summary>Documents whose plans are kept. Default: 256.</summary>
    public int CachedDocumentsMax { get; set; } = 256;

    /// <summary>Text of the documents whose plans are kept, in bytes. Default: 8 MiB.</summary>
    public long CachedDocumentBytesMax { get; set; } = 8 * 1024 * 1024;
}
