using Webox.GraphQL.Engine.Execution.Plans;
using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Types;

namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>Writes a part of a response that comes later than the rest.</summary>
internal sealed class PartWriter : ValueWriter
{
    /// <param name="path">The place of the part in the response.</param>
    public PartWriter(ExecutionEnvironment environment, FoundParts found, IReadOnlyList<object> path)
        : base(environment, found) => Path.Push(path);

    /// <returns>False when the object cannot stand for its errors; nothing of it is shown then.</returns>
    public bool WriteFields(ObjectNode node) => WriteObject(node.Plan, node.Source, node);

    /// <summary>Writes items with commas between them, up to the first that has failed where the type forbids a null.</summary>
    /// <param name="values">As in <see cref="ObjectNode.Slots"/>.</param>
    /// <param name="failure">The errors of the item that has failed. Null: none has.</param>
    /// <returns>How many were written.</returns>
    public int WriteItems(object?[] values, GraphType type, FieldPlan field, int firstIndex, out IReadOnlyList<IError>? failure)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var start = Buffer.Length;
            var errorsBefore = HasErrors ? Errors.Count : 0;
            if (i > 0)
            {
                Buffer.WriteByte((byte)',');
            }

            Path.Push(firstIndex + i);
            var isWritten = WriteValue(type, values[i], field);
            Path.Pop();
            if (!isWritten)
            {
                Truncate(start);
                failure = Errors[errorsBefore..];
                Errors.RemoveRange(errorsBefore, Errors.Count - errorsBefore);
                return i;
            }
        }

        failure = null;
        return values.Length;
    }

    /// <summary>What was written and what went wrong in it. The buffer is the caller's to dispose.</summary>
    public (JsonBuffer Json, IReadOnlyList<IError> Errors) Take() => (Buffer, HasErrors ? Errors : []);
}
