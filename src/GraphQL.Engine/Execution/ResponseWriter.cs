using Webox.GraphQL.Engine.Execution.Costs;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Language;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Writes the response from top to bottom into one buffer, and completes values on its way. Where a null may not stand,
/// the method returns false all the way up to the nearest place where one may; that place cuts the buffer back to where
/// its value began. https://spec.graphql.org/September2025/#sec-Value-Completion
/// </summary>
internal sealed class ResponseWriter(ExecutionEnvironment environment) : IDisposable
{
    private readonly JsonBuffer _buffer = new();
    private readonly PathStack _path = new();
    private List<IError>? _errors;
    private int _dataStart;
    private bool _isFirstRootField = true;

    private enum Outcome
    {
        Written,

        /// <summary>There is no value; whether that is an error depends on the type.</summary>
        Null,

        /// <summary>An error was reported.</summary>
        Failed,
    }

    /// <returns>False when the whole of <c>data</c> is null.</returns>
    public bool WriteRoot(ObjectNode root)
    {
        BeginRoot();
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

    public void BeginRoot()
    {
        _buffer.WriteRaw("{\"data\":"u8);
        _dataStart = _buffer.Length;
        _buffer.WriteByte((byte)'{');
    }

    public bool WriteRootField(ObjectNode root, FieldPlan field)
    {
        var isFirst = _isFirstRootField;
        _isFirstRootField = false;
        return WriteField(field, isFirst, root.Source, root);
    }

    public void EndRoot() => _buffer.WriteByte((byte)'}');

    /// <summary>The response. It takes the buffer with it.</summary>
    /// <param name="cost">Null: nobody pays.</param>
    public OperationResult Finish(bool hasData, OperationType operation, CostReport? cost = null)
    {
        if (!hasData)
        {
            _buffer.Truncate(_dataStart);
            _buffer.WriteRaw("null"u8);
        }

        if (_errors is not null)
        {
            _buffer.WriteByte((byte)',');
            ErrorWriter.Write(_buffer, _errors);
        }

        if (cost is not null)
        {
            ExtensionsWriter.Write(_buffer, cost);
        }

        _buffer.WriteByte((byte)'}');
        return new OperationResult(_buffer, _errors ?? [], true, operation);
    }

    public void Dispose() => _buffer.Dispose();

    private bool WriteObject(ObjectPlan plan, object? source, ObjectNode? node)
    {
        _buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in plan.Fields)
        {
            if (!WriteField(field, isFirst, source, node))
            {
                return false;
            }

            isFirst = false;
        }

        _buffer.WriteByte((byte)'}');
        return true;
    }

    private bool WriteField(FieldPlan field, bool isFirst, object? source, ObjectNode? node)
    {
        _buffer.WriteRaw(isFirst ? field.EncodedKey.Span[1..] : field.EncodedKey.Span);
        if (field.Kind == FieldKind.TypeName)
        {
            _buffer.WriteString(field.ParentType.Name);
            return true;
        }

        if (field.LeafWriter is { } writer && TryWriteLeaf(writer, source!))
        {
            return true;
        }

        _path.Push(field.ResponseKey);
        var isWritten = WriteValue(field.Field.Type, Read(field, source, node), field);
        _path.Pop();
        return isWritten;
    }

    /// <returns>False when it did not work: whoever reads the value next finds out why, and reports it.</returns>
    private bool TryWriteLeaf(LeafMemberWriter write, object source)
    {
        var start = _buffer.Length;
        try
        {
            return write(source, _buffer);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            _buffer.Truncate(start);
            return false;
        }
    }

    private static object? Read(FieldPlan field, object? source, ObjectNode? node)
    {
        if (field.Slot >= 0)
        {
            return node!.Slots[field.Slot];
        }

        try
        {
            return field.Getter!(source!);
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    /// <returns>False when the type forbids the null that would stand here.</returns>
    private bool WriteValue(GraphType type, object? value, FieldPlan field)
    {
        var start = _buffer.Length;
        var outcome = TryWrite(type.Nullable, value, field);
        if (outcome == Outcome.Written)
        {
            return true;
        }

        if (type.IsNonNull)
        {
            if (outcome == Outcome.Null)
            {
                Report(NullError(field), field);
            }

            return false;
        }

        _buffer.Truncate(start);
        _buffer.WriteRaw("null"u8);
        return true;
    }

    private Outcome TryWrite(GraphType type, object? value, FieldPlan field)
    {
        if (value is null)
        {
            return Outcome.Null;
        }

        if (value is FieldFailure failure)
        {
            (_errors ??= []).AddRange(failure.Errors);
            return Outcome.Failed;
        }

        try
        {
            return value is Exception exception ? Report(exception, field) : type switch
            {
                ListType list => WriteList(list, value, field),
                CompositeType => WriteComposite(value, field),
                _ => LeafWriter.TryWrite(_buffer, (NamedType)type, value) ? Outcome.Written : Outcome.Null,
            };
        }
        catch (Exception exception) when (exception is not InsufficientExecutionStackException)
        {
            return Report(exception, field);
        }
    }

    private Outcome WriteComposite(object value, FieldPlan field)
    {
        if (value is ObjectNode node)
        {
            return WriteObject(node.Plan, node.Source, node) ? Outcome.Written : Outcome.Failed;
        }

        var selection = field.Selection!;
        var plan = selection.For(environment.AbstractTypes.Resolve(selection.Type, value));
        return WriteObject(plan, value, null) ? Outcome.Written : Outcome.Failed;
    }

    private Outcome WriteList(ListType list, object value, FieldPlan field)
    {
        if (value is not ResolvedList { Items: var items } && !ListValues.TryRead(value, out items))
        {
            return Report(new InvalidOperationException($"{field.Coordinate} is a list, but its value is a {value.GetType()}."), field);
        }

        _buffer.WriteByte((byte)'[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                _buffer.WriteByte((byte)',');
            }

            _path.Push(i);
            var isWritten = WriteValue(list.OfType, items[i], field);
            _path.Pop();
            if (!isWritten)
            {
                return Outcome.Failed;
            }
        }

        _buffer.WriteByte((byte)']');
        return Outcome.Written;
    }

    private static GraphQLException NullError(FieldPlan field) => new(new Error
    {
        Message = $"Cannot return null for non-nullable field {field.Coordinate}.",
        Code = ErrorCodes.NonNullViolation,
    });

    private Outcome Report(Exception exception, FieldPlan field)
    {
        (_errors ??= []).AddRange(environment.Errors.Fail(exception, field, _path.ToList()).Errors);
        return Outcome.Failed;
    }
}
