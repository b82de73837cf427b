using Webox.GraphQL.Engine.Execution.Costs;
using Webox.GraphQL.Engine.Execution.Incremental;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>Writes a response. https://spec.graphql.org/September2025/#sec-Response-Format</summary>
/// <inheritdoc/>
internal sealed class ResponseWriter(ExecutionEnvironment environment, FoundParts? found = null) : ValueWriter(environment, found)
{
    private int _dataStart;
    private bool _isFirstRootField = true;

    /// <returns>False when the whole of <c>data</c> is null.</returns>
    public bool WriteRoot(ObjectNode root)
    {
        BeginRoot(root);
        foreach (var field in root.Plan.Fields)
        {
            if (!WriteRootField(root, field))
            {
                return false;
            }
        }

        EndRoot();
        return true;
    }

    public void BeginRoot(ObjectNode root)
    {
        Buffer.WriteRaw("{\"data\":"u8);
        _dataStart = Buffer.Length;
        if (root.Plan.Defer is { } defer)
        {
            Found!.Defer(defer, root.Source, Path, _dataStart);
        }

        Buffer.WriteByte((byte)'{');
    }

    public bool WriteRootField(ObjectNode root, FieldPlan field)
    {
        var isFirst = _isFirstRootField;
        _isFirstRootField = false;
        return WriteField(field, isFirst, root.Source, root);
    }

    public void EndRoot() => Buffer.WriteByte((byte)'}');

    /// <summary>The response. It takes the buffer with it.</summary>
    /// <param name="cost">Null: nobody pays.</param>
    /// <param name="delivery">Takes over what is left to deliver. Null: nothing is.</param>
    public OperationResult Finish(bool hasData, OperationType operation, CostReport? cost = null, PendingDelivery? delivery = null)
    {
        if (!hasData)
        {
            Truncate(_dataStart);
            Buffer.WriteRaw("null"u8);
        }

        if (HasErrors)
        {
            Buffer.WriteByte((byte)',');
            ErrorWriter.Write(Buffer, Errors);
        }

        delivery?.Begin(Found!, Buffer);
        if (cost is not null)
        {
            ExtensionsWriter.Write(Buffer, cost);
        }

        Buffer.WriteByte((byte)'}');
        return new OperationResult(Buffer, HasErrors ? Errors : [], true, operation);
    }
}
