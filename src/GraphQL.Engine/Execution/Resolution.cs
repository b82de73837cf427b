using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Calls the resolvers of one tree of objects, object by object, level by level, as far down as there are resolvers, and knows
/// when the last of them is done.
/// </summary>
internal abstract class Resolution
{
    private readonly ReadyObjects _ready;
    private Dictionary<FieldPlan, IReadOnlyDictionary<string, object?>>? _arguments;
    private TaskCompletionSource? _drained;
    private int _running;
    private volatile bool _isAbandoned;

    protected Resolution(ExecutionEnvironment environment, ExecutionRequest request, ExecutionDeadline deadline)
    {
        Environment = environment;
        Request = request;
        Deadline = deadline;
        _ready = new ReadyObjects(environment);
    }

    public ExecutionEnvironment Environment { get; }

    public ExecutionRequest Request { get; }

    public ExecutionDeadline Deadline { get; }

    public Schema Schema => Environment.Schema;

    public IServiceProvider Services => Request.Services;

    public object? EventMessage => Request.EventMessage;

    public CancellationToken Aborted => Deadline.Token;

    public bool IsMutation => Request.Plan.Operation == OperationType.Mutation;

    public abstract IDictionary<string, object?> GlobalState { get; }

    public abstract IServiceProvider MutationServices { get; }

    /// <summary>Every resolver that was started, and every one below it, is done.</summary>
    public bool IsDone => _ready.IsEmpty && Volatile.Read(ref _running) == 0;

    /// <summary>A resolver gave up because the request is over.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Completes when, after <see cref="Abandon"/>, no resolver runs any more.</summary>
    public Task Drained => _drained?.Task ?? Task.CompletedTask;

    public IReadOnlyDictionary<string, object?> CoerceArguments(FieldPlan plan)
    {
        if (plan.HasConstantArguments)
        {
            return plan.CoerceArguments(Request.Variables);
        }

        _arguments ??= [];
        if (!_arguments.TryGetValue(plan, out var arguments))
        {
            _arguments[plan] = arguments = plan.CoerceArguments(Request.Variables);
        }

        return arguments;
    }

    /// <param name="mayWait">Then the clock of the deadline runs from now on.</param>
    public void BeginField(bool mayWait = true)
    {
        if (mayWait)
        {
            Deadline.Start();
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
            node.Slots[plan.Slot] = plan.Stream is { } stream
                ? _ready.CollectStreamed(value, node, plan, stream.InitialCount(Request.Variables))
                : _ready.Collect(value, node, plan);
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

        if (exception is OperationCanceledException && Deadline.IsCanceled)
        {
            IsCut = true;
        }
        else
        {
            node.Slots[plan.Slot] = Environment.Errors.Fail(exception, plan, ResponsePath.Append(node.Path, plan.ResponseKey).ToList());
        }
    }

    /// <summary>Calls the resolvers of all objects that are ready. Call it inside the scope of the loop.</summary>
    public void StartReady()
    {
        while (_ready.TryTake(out var node))
        {
            foreach (var field in node.Plan.SlotFields)
            {
                StartField(node, field);
            }
        }
    }

    /// <summary>
    /// Takes nothing any more. Resolvers that take no notice of cancellation may still run. They keep their services until they are
    /// done, on the thread pool; nothing of what they return is used.
    /// </summary>
    public void Abandon()
    {
        if (Volatile.Read(ref _running) > 0)
        {
            _drained ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        _isAbandoned = true;
        if (Volatile.Read(ref _running) == 0)
        {
            _drained?.TrySetResult();
        }
    }

    protected void AddReady(ObjectNode node) => _ready.Add(node);

    /// <summary>Makes an item of a list ready. Its fields are those of <paramref name="field"/>.</summary>
    /// <returns>What is to be written in its place.</returns>
    protected object? CollectItem(object? item, GraphType type, FieldPlan field, ResponsePath path) => _ready.CollectItem(item, type, field, path);

    protected void StartField(ObjectNode node, FieldPlan field)
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
}
