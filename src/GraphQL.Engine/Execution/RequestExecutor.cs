using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Webox.GraphQL.Engine.Execution.Coercion;
using Webox.GraphQL.Engine.Execution.Costs;
using Webox.GraphQL.Engine.Execution.Documents;
using Webox.GraphQL.Engine.Execution.Incremental;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Subscriptions;
using Webox.GraphQL.Engine.Types;
using Webox.GraphQL.Engine.Validation;
using Webox.GraphQL.Engine.Validation.Limits;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// The way of a request: parse, validate, choose the operation, coerce the variables, execute. The first two are left
/// out for a document that was seen before.
/// </summary>
public sealed class RequestExecutor : IRequestExecutor
{
    private readonly RequestExecutorOptions _options;
    private readonly IServiceProvider _services;
    private readonly DocumentCache _prepared;
    private readonly OperationDocuments _documents;
    private readonly CostBudget? _budget;
    private readonly ExecutionEnvironment _environment;

    /// <param name="services">The application's own; requests without services of theirs get a scope of these.</param>
    public RequestExecutor(Schema schema, RequestExecutorOptions options, IServiceProvider services, IEnumerable<IErrorFilter> errorFilters)
    {
        Schema = schema;
        _options = options;
        _services = services;
        _prepared = new DocumentCache(options.CachedDocumentsMax, options.CachedDocumentBytesMax);
        _documents = new OperationDocuments(services.GetService<IOperationDocumentStorage>(), options.PersistedOperations);
        var clock = services.GetService<TimeProvider>() ?? TimeProvider.System;
        _budget = options.CostBudget is { } budget ? new CostBudget(budget, clock) : null;
        var logger = services.GetService<ILogger<RequestExecutor>>() ?? NullLogger<RequestExecutor>.Instance;
        _environment = new ExecutionEnvironment(
            schema,
            new AbstractTypes(schema),
            new ErrorHandler([.. errorFilters], logger, options.IncludeExceptionDetails),
            options.ExecutionTimeout,
            clock);
    }

    public Schema Schema { get; }

    public async ValueTask<IExecutionResult> ExecuteAsync(IOperationRequest request, CancellationToken cancellationToken = default)
    {
        OperationPlan? plan = null;
        try
        {
            var prepared = Prepare(await _documents.FindAsync(request, cancellationToken));
            plan = prepared.GetPlan(request.OperationName);
            RequireAllowed(plan.Operation, request.AllowedOperations);
            await _documents.SaveAsync(request, cancellationToken);
            var variables = VariableCoercion.Coerce(plan.Variables, request.Variables);
            var cost = request.CostClient is { } client ? _budget?.Spend(client, plan.Cost) : null;
            return plan.Operation == OperationType.Subscription
                ? await SubscribeAsync(plan, variables, request, cancellationToken)
                : await RunAsync(
                    new(plan, variables, request.Services!, request.GlobalState) { Cost = cost },
                    plan.IsIncremental && request.AcceptsIncrementalDelivery ? _options.IncrementalDelivery : null,
                    cancellationToken);
        }
        catch (InsufficientExecutionStackException)
        {
            return Refuse(new GraphQLException(new Error { Message = "The request nests too deeply.", Code = ErrorCodes.QueryTooDeep }), plan);
        }
        catch (Exception exception) when (!(exception is OperationCanceledException && cancellationToken.IsCancellationRequested))
        {
            return Refuse(exception, plan);
        }
    }

    private OperationResult Refuse(Exception exception, OperationPlan? plan) =>
        OperationResult.FromErrors(_environment.Errors.Fail(exception), plan?.Operation);

    private PreparedDocument Prepare(string text)
    {
        if (_prepared.Find(text) is { } known)
        {
            return known;
        }

        var document = Parser.ParseDocument(text, _options.Parser);
        var costs = _options.SkipsValidation ? [] : Validate(document);
        var prepared = new PreparedDocument(Schema, text, document, costs, _options.IncrementalDelivery is not null);
        _prepared.Add(prepared);
        return prepared;
    }

    /// <returns>What each operation costs.</returns>
    private Dictionary<OperationDefinitionNode, long> Validate(DocumentNode document)
    {
        Require(DocumentValidator.Validate(Schema, document, _options.ValidationErrorsMax));
        Require(LimitValidator.Measure(Schema, document, _options.Limits, out var costs));
        return costs;
    }

    private static void Require(IReadOnlyList<IError> errors)
    {
        if (errors.Count > 0)
        {
            throw new GraphQLException(errors);
        }
    }

    /// <param name="execution">Its services may be null: then it gets a scope of its own.</param>
    /// <param name="delivery">Null: the response is a single one.</param>
    private async ValueTask<IExecutionResult> RunAsync(
        ExecutionRequest execution, IncrementalDeliveryOptions? delivery, CancellationToken cancellationToken)
    {
        AsyncServiceScope? scope = execution.Services is null ? _services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope() : null;
        var request = scope is { } own ? execution with { Services = own.ServiceProvider } : execution;
        return delivery is null
            ? await RequestExecution.RunAsync(_environment, request, scope, cancellationToken)
            : await RequestExecution.RunIncrementallyAsync(_environment, request, delivery, scope, cancellationToken);
    }

    private ValueTask<IExecutionResult> SubscribeAsync(
        OperationPlan plan, IReadOnlyDictionary<string, object?> variables, IOperationRequest request, CancellationToken cancellationToken) =>
        SubscriptionExecutor.SubscribeAsync(
            _environment, new(plan, variables, request.Services ?? _services, request.GlobalState), cancellationToken);

    private static void RequireAllowed(OperationType operation, OperationTypes allowed)
    {
        var needed = operation switch
        {
            OperationType.Query => OperationTypes.Query,
            OperationType.Mutation => OperationTypes.Mutation,
            _ => OperationTypes.Subscription,
        };
        if (!allowed.HasFlag(needed))
        {
            throw new GraphQLException(new Error
            {
                Message = $"A {operation.ToString().ToLowerInvariant()} cannot be sent this way.",
                Code = ErrorCodes.OperationNotAllowed,
            });
        }
    }
}
