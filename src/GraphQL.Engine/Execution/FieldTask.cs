using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>One call of one resolver, and what that resolver may know.</summary>
internal sealed class FieldTask(Resolution execution, ObjectNode node, FieldPlan plan) : ResolverContext
{
    private AsyncServiceScope? _scope;
    private IReadOnlyDictionary<string, object?>? _arguments;
    private Task? _pending;

    public override object? Parent => node.Source;

    public override Schema Schema => execution.Schema;

    public override Field Field => plan.Field;

    public override IReadOnlyDictionary<string, object?> Arguments => _arguments ??= execution.CoerceArguments(plan);

    public override IServiceProvider Services => IsSerial ? execution.MutationServices : (_scope ??= CreateScope()).ServiceProvider;

    public override IServiceProvider RequestServices => execution.Services;

    public override CancellationToken RequestAborted => execution.Aborted;

    public override IDictionary<string, object?> GlobalState => execution.GlobalState;

    public override object? EventMessage => execution.EventMessage;

    public override IReadOnlyList<object> Path => ResponsePath.ToList();

    public ResponsePath ResponsePath => ResponsePath.Append(node.Path, plan.ResponseKey);

    /// <summary>Only the root fields of a mutation run one after another; what they return is read like any query.</summary>
    private bool IsSerial => execution.IsMutation && node.Path is null;

    public override bool IsSelected(string fieldName) => plan.Selection?.Selects(fieldName) == true;

    /// <summary>Calls the resolver. One that is done when it returns costs nothing more.</summary>
    public void Start()
    {
        if (plan.TaskResolver is { } resolver)
        {
            StartTask(resolver);
            return;
        }

        ValueTask<object?> pending;
        try
        {
            _ = Arguments;
            pending = plan.Resolver!(this);
        }
        catch (Exception exception)
        {
            pending = ValueTask.FromException<object?>(exception);
        }

        if (pending.IsCompletedSuccessfully && _scope is null)
        {
            execution.Complete(node, plan, pending.Result);
        }
        else
        {
            execution.BeginField();
            _ = FinishAsync(pending);
        }
    }

    private void StartTask(TaskFieldResolver resolver)
    {
        try
        {
            _ = Arguments;
            _pending = resolver.Start(this) ?? throw new InvalidOperationException($"{plan.Coordinate} gave no task.");
        }
        catch (Exception exception)
        {
            _pending = Task.FromException(exception);
        }

        execution.BeginField(mayWait: !_pending.IsCompleted);
        if (_pending.IsCompleted)
        {
            FinishTask();
        }
        else
        {
            // As an await does, but without a state machine of its own for each field.
            _pending.GetAwaiter().UnsafeOnCompleted(FinishTask);
        }
    }

    /// <summary>Never fails, like <see cref="FinishAsync"/>.</summary>
    private void FinishTask()
    {
        try
        {
            _pending!.GetAwaiter().GetResult();
            execution.Complete(node, plan, plan.TaskResolver!.Result(_pending));
        }
        catch (Exception exception)
        {
            execution.Fail(node, plan, exception);
        }

        if (_scope is null)
        {
            execution.EndField();
        }
        else
        {
            _ = EndWithScopeAsync();
        }
    }

    /// <summary>Never fails: whatever happens becomes the value or the failure of the field.</summary>
    private async Task FinishAsync(ValueTask<object?> pending)
    {
        try
        {
            // Completing goes through deferred lists, so it comes before their services are disposed.
            execution.Complete(node, plan, await pending);
        }
        catch (Exception exception)
        {
            execution.Fail(node, plan, exception);
        }

        await EndWithScopeAsync();
    }

    private async Task EndWithScopeAsync()
    {
        try
        {
            if (_scope is { } scope)
            {
                await scope.DisposeAsync();
            }
        }
        catch (Exception exception)
        {
            execution.Fail(node, plan, exception);
        }

        execution.EndField();
    }

    private AsyncServiceScope CreateScope() => execution.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
}
