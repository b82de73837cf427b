using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution.Incremental;
using Webox.GraphQL.Engine.Execution.Results;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Runs one plan once, in two phases. The first (<see cref="Resolution"/>) calls every resolver. The second
/// (<see cref="ResponseWriter"/>) walks the response once from top to bottom, reads plain members on its way, and writes. A mutation
/// does both for one root field after another. https://spec.graphql.org/September2025/#sec-Executing-Operations
/// </summary>
internal sealed class OperationExecution(ExecutionEnvironment environment, ExecutionRequest request, CancellationToken cancellationToken)
    : Resolution(environment, request, new ExecutionDeadline(environment.Timeout, environment.TimeProvider, cancellationToken)), IAsyncDisposable
{
    private RequestLoop? _loop;
    private Dictionary<string, object?>? _globalState;
    private AsyncServiceScope? _mutationScope;

    public override IDictionary<string, object?> GlobalState => _globalState ??= new(Request.GlobalState);

    public override IServiceProvider MutationServices =>
        (_mutationScope ??= Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope()).ServiceProvider;

    /// <summary>Made for the first resolver: many queries have none.</summary>
    public RequestLoop Loop => _loop ??= new RequestLoop(Deadline);

    /// <param name="delivery">Takes what is to be delivered later. Null: nothing is.</param>
    /// <exception cref="OperationCanceledException">The request was canceled.</exception>
    public async ValueTask<OperationResult> RunAsync(PendingDelivery? delivery = null)
    {
        var found = delivery is null ? null : new FoundParts(this, delivery.RoomLeft);
        var writer = new ResponseWriter(Environment, found);
        try
        {
            var plan = delivery is null ? Request.Plan.SelectRoot(Request.Variables) : Request.Plan.SelectIncrementalRoot(Request.Variables);
            var root = new ObjectNode(plan, null, null);
            var isWritten = IsMutation ? await RunSeriallyAsync(root, writer) : await RunAllAsync(root, writer);
            return writer.Finish(isWritten, Request.Plan.Operation, Request.Cost, delivery);
        }
        catch (OperationCanceledException) when (Deadline.IsOver)
        {
            writer.Dispose();
            return OperationResult.WithoutData([Environment.Errors.Filter(ExecutionDeadline.Error)], Request.Plan.Operation);
        }
        catch (GraphQLException exception)
        {
            writer.Dispose();
            return OperationResult.WithoutData(Environment.Errors.Fail(exception), Request.Plan.Operation);
        }
        catch
        {
            writer.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Abandon();
        _loop?.Close();
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

        Deadline.Dispose();
    }

    private async ValueTask<bool> RunAllAsync(ObjectNode root, ResponseWriter writer)
    {
        if (root.Plan.NeedsResolvers)
        {
            AddReady(root);
            await ResolveAsync();
        }

        return writer.WriteRoot(root);
    }

    private async ValueTask<bool> RunSeriallyAsync(ObjectNode root, ResponseWriter writer)
    {
        writer.BeginRoot(root);
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
                while (!IsDone && !Deadline.IsCanceled && Loop.RunOnce());
            }

            Deadline.ThrowIfCanceled(IsDone && !IsCut);
            if (IsDone)
            {
                return;
            }

            await Loop.WaitAsync().ConfigureAwait(false);
        }
    }

    private async Task DisposeLaterAsync(AsyncServiceScope scope)
    {
        await Drained;
        await scope.DisposeAsync();
    }
}
