using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Runs one plan once, in two phases. The first calls every resolver, object by object, level by level, as far down as
/// there are resolvers. The second (<see cref="ResponseWriter"/>) walks the response once from top to bottom, reads plain
/// members on its way, and writes. A mutation does both for one root field after another.
/// https://spec.graphql.org/September2025/#sec-Executing-Operations
/// </summary>
internal sealed class OperationExecution : IAsyncDisposable
{
    private readonly ExecutionEnvironment _environment;
    private readonly ExecutionRequest _request;
    private readonly ExecutionDeadline _deadline;
    private readonly ReadyObjects _ready;
    private RequestLoop? _loop;
    private Dictionary<FieldPlan, IReadOnlyDictionary<string, object?>>? _arguments;
    private TaskCompletionSource? _drained;
    private Dictionary<string, object?>? _globalState;
    private AsyncServiceScope? _mutationScope;
    private int _running;
    private bool _isCut;
    private volatile bool _isAbandoned;

    public OperationExecution(ExecutionEnvironment environment, ExecutionRequest request, CancellationToken cancellationToken)
    {
        _environment = environment;
        _request = request;
        _deadline = new ExecutionDeadline(environment.Timeout, environment.TimeProvider, cancellationToken);
        _ready = new ReadyObjects(environment);
    }

    public Schema Schema => _environment.Schema;

    public IServiceProvider Services => _request.Services;

    public object? EventMessage => _request.EventMessage;

    public IDictionary<string, object?> GlobalState => _globalState ??= new(_request.GlobalState);

    public CancellationToken Aborted => _deadline.Token;

    public bool IsMutation => _request.Plan.Operation == OperationType.Mutation;

    public IServiceProvider MutationServices =>
        (_mutationScope ??= Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope()).ServiceProvider;

    /// <summary>Completes when, after <see cref="DisposeAsync"/>, no resolver runs any more.</summary>
    public Task Drained => _drained?.Task ?? Task.CompletedTask;

    /// <exception cref="OperationCanceledException">The request was canceled.</exception>
    public async ValueTask<OperationResult> RunAsync()
    {
        var writer = new ResponseWriter(_environment);
        try
        {
            var root = new ObjectNode(_request.Plan.SelectRoot(_request.Variables), null, null);
            var isWritten = IsMutation ? await RunSeriallyAsync(root, writer) : await RunAllAsync(root, writer);
            return writer.Finish(isWritten, _request.Plan.Operation, _request.Cost);
        }
        catch (OperationCanceledException) when (_deadline.IsOver)
        {
            writer.Dispose();
            return OperationResult.WithoutData([_environment.Errors.Filter(ExecutionDeadline.Error)], _request.Plan.Operation);
        }
        catch (GraphQLException exception)
        {
            writer.Dispose();
            return OperationResult.WithoutData(_environment.Errors.Fail(exception), _request.Plan.Operation);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    public IReadOnlyDictionary<string, object?> CoerceArguments(FieldPlan plan)
    {
        if (plan.HasConstantArguments)
        {
            return plan.CoerceArguments(_request.Variables);
        }

        _arguments ??= [];
        if (!_arguments.TryGetValue(plan, out var arguments))
        {
            _arguments[plan] = arguments = plan.CoerceArguments(_request.Variables);
        }

        return arguments;
    }

    /// <param name="mayWait">Then the clock of the deadline runs from now on.</param>
    public void BeginField(bool mayWait = true)
    {
        if (mayWait)
        {
            _deadline.Start();
        }

        Interlocked.Increment(ref _running);
    }

    public void EndField()
    {
        if (Interlocked.Decrement(ref _running) == 0 && _isAbandoned)
        {
            _drained?.TrySetResult();
        }
    }

    /// <summary>Takes the value of a field, and makes its objects ready where they have fields to resolve.</summary>
    public void Complete(ObjectNode node, FieldPlan plan, object? value)
    {
        if (_isAbandoned)
        {
            return;
        }

        try
        {
            node.Slots[plan.Slot] = _ready.Collect(value, node, plan);
        }
        catch (Exception exception)
        {
            Fail(node, plan, exception);
        }
    }

    public void Fail(ObjectNode node, FieldPlan plan, Exception exception)
    {
        if (_isAbandoned)
        {
            return;
        }

        if (exception is OperationCanceledException && _deadline.IsCanceled)
        {
            _isCut = true;
        }
        else
        {
            node.Slots[plan.Slot] = _environment.Errors.Fail(exception, plan, ResponsePath.Append(node.Path, plan.ResponseKey).ToList());
        }
    }

    /// <summary>
    /// Resolvers that take no notice of cancellation may still run. They keep their services until they are done, on
    /// the thread pool; nothing of what they return is used.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (Volatile.Read(ref _running) > 0)
        {
            _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _isAbandoned = true;
        _loop?.Close();
        if (Volatile.Read(ref _running) == 0)
        {
            _drained?.TrySetResult();
        }

        if (_mutationScope is { } scope)
        {
            if (Drained.IsCompleted)
            {
                await scope.DisposeAsync();
            }
            else
            {
                _ = DisposeLaterAsync(scope);
            }
        }

        _deadline.Dispose();
    }

    private async ValueTask<bool> RunAllAsync(ObjectNode root, ResponseWriter writer)
    {
        if (root.Plan.NeedsResolvers)
        {
            _ready.Add(root);
            await ResolveAsync();
        }

        return writer.WriteRoot(root);
    }

    private async ValueTask<bool> RunSeriallyAsync(ObjectNode root, ResponseWriter writer)
    {
        writer.BeginRoot();
        foreach (var field in root.Plan.Fields)
        {
            Loop.BeginGeneration();
            using (Loop.Enter())
            {
                StartField(root, field);
            }

            await ResolveAsync();
            if (!writer.WriteRootField(root, field))
            {
                return false;
            }
        }

        writer.EndRoot();
        return true;
    }

    /// <summary>Goes on until every resolver that was started, and every one below it, is done.</summary>
    private async ValueTask ResolveAsync()
    {
        while (true)
        {
            using (Loop.Enter())
            {
                do
                {
                    StartReady();
                }
                while (!IsDone && !_deadline.IsCanceled && Loop.RunOnce());
            }

            _deadline.ThrowIfCanceled(IsDone && !_isCut);
            if (IsDone)
            {
                return;
            }

            await Loop.WaitAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Made for the first resolver: many queries have none.</summary>
    private RequestLoop Loop => _loop ??= new RequestLoop(_deadline);

    private bool IsDone => _ready.IsEmpty && Volatile.Read(ref _running) == 0;

    private void StartReady()
    {
        while (_ready.TryTake(out var node))
        {
            foreach (var field in node.Plan.SlotFields)
            {
                StartField(node, field);
            }
        }
    }

    private void StartField(ObjectNode node, FieldPlan field)
    {
        if (field.Slot < 0)
        {
            return;
        }

        if (field.Kind == FieldKind.Resolver)
        {
            new FieldTask(this, node, field).Start();
            return;
        }

        try
        {
            Complete(node, field, field.Getter!(node.Source!));
        }
        catch (Exception exception)
        {
            Fail(node, field, exception);
        }
    }

    private async Task DisposeLaterAsync(AsyncServiceScope scope)
    {
        await Drained;
        await scope.DisposeAsync();
    }
}
