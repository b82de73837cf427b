using System.Text.Json;
using Webox.GraphQL.Engine.Execution.Costs;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>Executes requests against one schema. https://spec.graphql.org/September2025/#sec-Executing-Requests</summary>
public interface IRequestExecutor
{
    Schema Schema { get; }

    /// <summary>
    /// Never throws for what the client did: syntax, validation, coercion and resolver errors are in the result. Throws
    /// <see cref="OperationCanceledException"/> when <paramref name="cancellationToken"/> is canceled.
    /// </summary>
    ValueTask<IExecutionResult> ExecuteAsync(IOperationRequest request, CancellationToken cancellationToken = default);
}

/// <summary>A GraphQL request, whatever it came by. Made by <see cref="OperationRequestBuilder"/>.</summary>
public interface IOperationRequest
{
    /// <summary>Empty where <see cref="DocumentId"/> stands for it.</summary>
    string Document { get; }

    /// <summary>Id of the document in the storage of persisted documents. Null: none.</summary>
    string? DocumentId { get; }

    string? OperationName { get; }

    /// <summary>A JSON object, or undefined when there are no variables.</summary>
    JsonElement Variables { get; }

    /// <summary>A JSON object, or undefined.</summary>
    JsonElement Extensions { get; }

    /// <summary>Scoped services of the request. Null: the executor makes a scope.</summary>
    IServiceProvider? Services { get; }

    IReadOnlyDictionary<string, object?> GlobalState { get; }

    /// <summary>Which operations may be executed; GET allows only queries.</summary>
    OperationTypes AllowedOperations { get; }

    /// <summary>
    /// Whether who asks can read a response in parts. Otherwise <c>@defer</c> and <c>@stream</c> change nothing, as they may: the response
    /// comes as a whole.
    /// </summary>
    bool AcceptsIncrementalDelivery { get; }

    /// <summary>Who pays for it where costs have a budget. Null: nobody, and there is no limit.</summary>
    CostClient? CostClient { get; }
}

[Flags]
public enum OperationTypes
{
    None = 0,
    Query = 1,
    Mutation = 2,
    Subscription = 4,
    All = Query | Mutation | Subscription,
}

/// <summary>Either an <see cref="IOperationResult"/> or an <see cref="IResponseStream"/>.</summary>
public interface IExecutionResult : IAsyncDisposable
{
    /// <summary>The operation that ran. Null when the request failed before one was chosen.</summary>
    Language.OperationType? Operation { get; }
}

/// <summary>One response. https://spec.graphql.org/September2025/#sec-Response-Format</summary>
public interface IOperationResult : IExecutionResult
{
    /// <summary>Errors of the response; empty when all went well.</summary>
    IReadOnlyList<IError> Errors { get; }

    /// <summary>False for a request error: then the response has no <c>data</c> entry and HTTP answers 4xx.</summary>
    bool HasData { get; }

    /// <summary>The whole response as UTF-8 JSON. Valid until the result is disposed.</summary>
    ReadOnlyMemory<byte> Json { get; }
}

/// <summary>
/// The response stream of a subscription (https://spec.graphql.org/September2025/#sec-Response-Stream), or the parts of the response to
/// a query or a mutation (https://github.com/graphql/graphql-spec/pull/1110).
/// </summary>
public interface IResponseStream : IExecutionResult
{
    /// <summary>Each result is disposed by the reader. Ends when the source ends or all parts were read; canceling or disposing closes the source.</summary>
    IAsyncEnumerable<IOperationResult> ReadResultsAsync(CancellationToken cancellationToken = default);
}
