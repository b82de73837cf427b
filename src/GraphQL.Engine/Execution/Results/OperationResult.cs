using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution.Results;

/// <inheritdoc cref="IOperationResult"/>
public sealed class OperationResult : IOperationResult
{
    private readonly JsonBuffer _buffer;

    internal OperationResult(JsonBuffer buffer, IReadOnlyList<IError> errors, bool hasData, OperationType? operation)
    {
        _buffer = buffer;
        Errors = errors;
        HasData = hasData;
        Operation = operation;
    }

    public OperationType? Operation { get; }

    public IReadOnlyList<IError> Errors { get; }

    public bool HasData { get; }

    public ReadOnlyMemory<byte> Json => _buffer.Written;

    /// <summary>The response to a request that was not executed: errors, and no <c>data</c>.</summary>
    public static OperationResult FromErrors(IReadOnlyList<IError> errors, OperationType? operation = null)
    {
        var buffer = new JsonBuffer();
        buffer.WriteByte((byte)'{');
        ErrorWriter.Write(buffer, errors);
        buffer.WriteByte((byte)'}');
        return new OperationResult(buffer, errors, false, operation);
    }

    /// <summary>The response to a request whose execution came to nothing: <c>data</c> is null.</summary>
    internal static OperationResult WithoutData(IReadOnlyList<IError> errors, OperationType operation)
    {
        var buffer = new JsonBuffer();
        buffer.WriteRaw("{\"data\":null,"u8);
        ErrorWriter.Write(buffer, errors);
        buffer.WriteByte((byte)'}');
        return new OperationResult(buffer, errors, true, operation);
    }

    public ValueTask DisposeAsync()
    {
        _buffer.Dispose();
        return ValueTask.CompletedTask;
    }
}
