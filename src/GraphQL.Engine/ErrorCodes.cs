namespace Webox.GraphQL.Engine;

/// <summary>The engine's own values of <c>extensions.code</c>. Stable: clients decide by them.</summary>
public static class ErrorCodes
{
    /// <summary>The document is not GraphQL.</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>The document does not fit the schema.</summary>
    public const string ValidationFailed = "VALIDATION_FAILED";

    /// <summary>A variable is missing or does not fit its type.</summary>
    public const string InvalidVariable = "INVALID_VARIABLE";

    /// <summary>No operation of that name, or none was named where there are several.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>An operation of this kind cannot come this way: a mutation by GET.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>The request itself is malformed: no JSON, no query, a wrong type.</summary>
    public const string BadRequest = "BAD_REQUEST";

    public const string TooManyTokens = "TOO_MANY_TOKENS";

    public const string NestedTooDeeply = "NESTED_TOO_DEEPLY";

    public const string TooManyFields = "TOO_MANY_FIELDS";

    public const string TooManyAliases = "TOO_MANY_ALIASES";

    public const string TooManyDirectives = "TOO_MANY_DIRECTIVES";

    public const string TooManyFragments = "TOO_MANY_FRAGMENTS";

    public const string TooManyRootFields = "TOO_MANY_ROOT_FIELDS";

    public const string QueryTooDeep = "QUERY_TOO_DEEP";

    public const string QueryTooComplex = "QUERY_TOO_COMPLEX";

    /// <summary>More parts of one response were to come later than may be outstanding.</summary>
    public const string TooManyPendingParts = "TOO_MANY_PENDING_PARTS";

    /// <summary>The client has spent its points; <c>retryAfterSeconds</c> tells when it has enough again. HTTP 429.</summary>
    public const string CostBudgetExhausted = "COST_BUDGET_EXHAUSTED";

    /// <summary>No document of that id is known: send its text along.</summary>
    public const string PersistedQueryNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>Documents have no ids here: send the text.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary>The id that was sent is not the hash of the text that was sent.</summary>
    public const string PersistedQueryHashMismatch = "PERSISTED_QUERY_HASH_MISMATCH";

    /// <summary>Only documents that the server was given are executed.</summary>
    public const string DocumentNotTrusted = "DOCUMENT_NOT_TRUSTED";

    public const string IntrospectionDisabled = "INTROSPECTION_DISABLED";

    /// <summary>A page size is missing where one is required, negative, or over the limit.</summary>
    public const string InvalidPageSize = "INVALID_PAGE_SIZE";

    /// <summary>A cursor was not made by this server for this list.</summary>
    public const string InvalidCursor = "INVALID_CURSOR";

    /// <summary>An id was not made by this server, or names another type.</summary>
    public const string InvalidId = "INVALID_ID";

    /// <summary>Nobody is signed in.</summary>
    public const string Unauthenticated = "UNAUTHENTICATED";

    /// <summary>Who is signed in may not do this.</summary>
    public const string Forbidden = "FORBIDDEN";

    /// <summary>The request took longer than allowed.</summary>
    public const string TimedOut = "TIMED_OUT";

    /// <summary>A field that cannot be null was null.</summary>
    public const string NonNullViolation = "NON_NULL_VIOLATION";

    /// <summary>A resolver failed. The cause is in the server's log under the trace id.</summary>
    public const string Internal = "INTERNAL";
}
