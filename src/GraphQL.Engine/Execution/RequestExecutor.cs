using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Webox.GraphQL.Engine.Execution.Coercion;
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
    private readonly DocumentCache _documents;
    private readonly ExecutionEnvironment _environment;

    /// <param name="services">The application's own; requests without services of theirs get a scope of these.</param>
    public RequestExecutor(Schema schema, RequestExecutorOptions options, IServiceProvider services, IEnumerable<IErrorFilter> errorFilters)
    {
        Schema = schema;
        _options = options;
        _services = services;
        _documents = new DocumentCache(options.CachedDocumentsMax, options.CachedDocumentBytesMax);
        var logger = services.GetService<ILogger<RequestExecutor>>() ?? NullLogger<RequestExecutor>.Instance;
        _environment = new ExecutionEnvironment(
            schema,
            new AbstractTypes(schema),
            new ErrorHandler([.. errorFilters], logger, options.IncludeExceptionDetails),
            options.ExecutionTimeout,
            services.GetService<TimeProvider>() ?? TimeProvider.System);
    }

    public Schema Schema { get; }

    public async ValueTask<IExecutionResult> ExecuteAsync(IOperationRequest request, CancellationToken cancellationToken = default)
    {
        OperationPlan? plan = null;
        try
        {
            plan = Prepare(request.Document).GetPlan(request.OperationName);
            RequireAllowed(plan.Operation, request.AllowedOperations);
            var variables = VariableCoercion.Coerce(plan.Variables, request.Variables);
            return plan.Operation == OperationType.Subscription
                ? await SubscribeAsync(plan, variables, request, cancellationToken)
                : await ExecuteAsync(plan, variables, request, cancellationToken);
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
        if (_documents.Find(text) is { } known)
        {
            return known;
        }

        var document = Parser.ParseDocument(text, _options.Parser);
        if (!_options.SkipsValidation)
        {
            Require(DocumentValidator.Validate(Schema, document, _options.ValidationErrorsMax));
            Require(LimitValidator.Validate(Schema, document, _options.Limits));
        }

        var prepared = new PreparedDocument(Schema, text, document);
        _documents.Add(prepared);
        return prepared;
    }

    private static void Require(IReadOnlyList<IError> errors)
    {
        if (errors.Count > 0)
        {
            throw new GraphQLException(errors);
        }
    }

    private async ValueTask<IExecutionResult> ExecuteAsync(
        OperationPlan plan, IReadOnlyDictionary<string, object?> variables, IOperationRequest request, CancellationToken cancellationToken)
    {
        if (request.Services is { } services)
        {
            return await RequestExecution.RunAsync(_environment, new(plan, variables, services, request.GlobalState), null, cancellationToken);
        }

        var scope = _services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        return await RequestExecution.RunAsync(
            _environment, new(plan, variables, scope.ServiceProvider, request.GlobalState), scope, cancellationToken);
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
