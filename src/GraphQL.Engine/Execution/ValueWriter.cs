using Webox.GraphQL.Engine.Execution.Incremental;
using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution;

/// <summary>
/// Writes values from top to bottom into one buffer, and completes them on its way. Where a null may not stand, the method returns
/// false all the way up to the nearest place where one may; that place cuts the buffer back to where its value began.
/// https://spec.graphql.org/September2025/#sec-Value-Completion
/// </summary>
/// <param name="found">Takes what is left out to be delivered later. Null: nothing is.</param>
internal abstract class ValueWriter(ExecutionEnvironment environment, FoundParts? found) : IDisposable
{
    private List<IError>? _errors;

    private enum Outcome
    {
        Written,

        /// <summary>There is no value; whether that is an error depends on the type.</summary>
        Null,

        /// <summary>An error was reported.</summary>
        Failed,
    }

    protected JsonBuffer Buffer { get; } = new();

    protected PathStack Path { get; } = new();

    protected FoundParts? Found { get; } = found;

    protected bool HasErrors => _errors is not null;

    protected List<IError> Errors => _errors ??= [];

    public void Dispose() => Buffer.Dispose();

    protected void Truncate(int length)
    {
        Buffer.Truncate(length);
        Found?.Forget(length);
    }

    protected bool WriteObject(ObjectPlan plan, object? source, ObjectNode? node) =>
        plan.Defer is { } defer ? WriteDeferring(plan, defer, source, node) : WriteFields(plan, source, node);

    private bool WriteDeferring(ObjectPlan plan, DeferPlan defer, object? source, ObjectNode? node)
    {
        var outer = Found!.Scope;
        Found.Defer(defer, source, Path, Buffer.Length);
        var isWritten = WriteFields(plan, source, node);
        Found.Scope = outer;
        return isWritten;
    }

    private bool WriteFields(ObjectPlan plan, object? source, ObjectNode? node)
    {
        Buffer.WriteByte((byte)'{');
        var isFirst = true;
        foreach (var field in plan.Fields)
        {
            if (!WriteField(field, isFirst, source, node))
            {
                return false;
            }

            isFirst = false;
        }

        Buffer.WriteByte((byte)'}');
        return true;
    }

    protected bool WriteField(FieldPlan field, bool isFirst, object? source, ObjectNode? node)
    {
        Buffer.WriteRaw(isFirst ? field.EncodedKey.Span[1..] : field.EncodedKey.Span);
        if (field.Kind == FieldKind.TypeName)
        {
            Buffer.WriteString(field.ParentType.Name);
            return true;
        }

        if (field.LeafWriter is { } writer && TryWriteLeaf(writer, source!))
        {
            return true;
        }

        Path.Push(field.ResponseKey);
        var isWritten = WriteValue(field.Field.Type, Read(field, source, node), field);
        Path.Pop();
        return isWritten;
    }

    /// <returns>False when it did not work: whoever reads the value next finds out why, and reports it.</returns>
    private bool TryWriteLeaf(LeafMemberWriter write, object source)
    {
        var start = Buffer.Length;
        try
        {
            return write(source, Buffer);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Buffer.Truncate(start);
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
    protected bool WriteValue(GraphType type, object? value, FieldPlan field)
    {
        var start = Buffer.Length;
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

        Truncate(start);
        Buffer.WriteRaw("null"u8);
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
            Errors.AddRange(failure.Errors);
            return Outcome.Failed;
        }

        try
        {
            return value is Exception exception ? Report(exception, field) : type switch
            {
                ListType list => WriteList(list, value, field),
                CompositeType => WriteComposite(value, field),
                _ => LeafWriter.TryWrite(Buffer, (NamedType)type, value) ? Outcome.Written : Outcome.Null,
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
        if (field.Stream is { } stream && value is StreamedList streamed)
        {
            var outcome = WriteList(list, streamed.Initial, field);
            if (outcome == Outcome.Written)
            {
                Found!.Stream(stream, streamed, Path, Buffer.Length);
            }

            return outcome;
        }

        if (value is not ResolvedList { Items: var items } && !ListValues.TryRead(value, out items))
        {
            return Report(new InvalidOperationException($"{field.Coordinate} is a list, but its value is a {value.GetType()}."), field);
        }

        Buffer.WriteByte((byte)'[');
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
            {
                Buffer.WriteByte((byte)',');
            }

            Path.Push(i);
            var isWritten = WriteValue(list.OfType, items[i], field);
            Path.Pop();
            if (!isWritten)
            {
                return Outcome.Failed;
            }
        }

        Buffer.WriteByte((byte)']');
        return Outcome.Written;
    }

    private static GraphQLException NullError(FieldPlan field) => new(new Error
    {
        Message = $"Cannot return null for non-nullable field {field.Coordinate}.",
        Code = ErrorCodes.NonNullViolation,
    });

    private Outcome Report(Exception exception, FieldPlan field)
    {
        Errors.AddRange(environment.Errors.Fail(exception, field, Path.ToList()).Errors);
        return Outcome.Failed;
    }
}
