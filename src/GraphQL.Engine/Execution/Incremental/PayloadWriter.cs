using Webox.GraphQL.Engine.Execution.Results;
using Webox.GraphQL.Engine.Language;

namespace Webox.GraphQL.Engine.Execution.Incremental;

/// <summary>Gathers what one message to the client says: what is to come, what has come, and what is complete.</summary>
internal sealed class PayloadWriter : IDisposable
{
    private readonly JsonBuffer _pending = new();
    private readonly JsonBuffer _incremental = new();
    private readonly JsonBuffer _completed = new();
    private readonly List<IError> _errors = [];

    public bool IsEmpty => _pending.Length == 0 && _incremental.Length == 0 && _completed.Length == 0;

    public void AddPending(string id, IReadOnlyList<object> path, string? label)
    {
        BeginEntry(_pending, id);
        _pending.WriteRaw(",\"path\":"u8);
        JsonValueWriter.Write(_pending, path);
        if (label is not null)
        {
            _pending.WriteRaw(",\"label\":"u8);
            _pending.WriteString(label);
        }

        _pending.WriteByte((byte)'}');
    }

    /// <param name="subPath">From the place of the fragment to that of the fields.</param>
    public void AddData(string id, PartResult result, IReadOnlyList<object> subPath)
    {
        BeginEntry(_incremental, id);
        if (subPath.Count > 0)
        {
            _incremental.WriteRaw(",\"subPath\":"u8);
            JsonValueWriter.Write(_incremental, subPath);
        }

        _incremental.WriteRaw(",\"data\":"u8);
        _incremental.WriteRaw(result.Json!.Written.Span);
        EndEntry(_incremental, result.Errors);
    }

    public void AddItems(string id, PartResult result)
    {
        BeginEntry(_incremental, id);
        _incremental.WriteRaw(",\"items\":["u8);
        _incremental.WriteRaw(result.Json!.Written.Span);
        _incremental.WriteByte((byte)']');
        EndEntry(_incremental, result.Errors);
    }

    /// <param name="errors">Why it came to nothing. Empty: it is there.</param>
    public void AddCompleted(string id, IReadOnlyList<IError> errors)
    {
        BeginEntry(_completed, id);
        EndEntry(_completed, errors);
    }

    /// <summary>Writes what is to come as members of the first response. It says that more follows.</summary>
    public void WritePending(JsonBuffer response)
    {
        WriteList(response, ",\"pending\":["u8, _pending);
        response.WriteRaw(",\"hasNext\":true"u8);
    }

    public OperationResult ToResult(bool hasNext, OperationType operation)
    {
        var response = new JsonBuffer();
        response.WriteRaw(hasNext ? "{\"hasNext\":true"u8 : "{\"hasNext\":false"u8);
        WriteList(response, ",\"pending\":["u8, _pending);
        WriteList(response, ",\"incremental\":["u8, _incremental);
        WriteList(response, ",\"completed\":["u8, _completed);
        response.WriteByte((byte)'}');
        return new OperationResult(response, _errors, true, operation);
    }

    public void Dispose()
    {
        _pending.Dispose();
        _incremental.Dispose();
        _completed.Dispose();
    }

    private static void BeginEntry(JsonBuffer list, string id)
    {
        list.WriteRaw(list.Length == 0 ? "{\"id\":"u8 : ",{\"id\":"u8);
        list.WriteString(id);
    }

    private void EndEntry(JsonBuffer list, IReadOnlyList<IError> errors)
    {
        if (errors.Count > 0)
        {
            _errors.AddRange(errors);
            list.WriteByte((byte)',');
            ErrorWriter.Write(list, errors);
        }

        list.WriteByte((byte)'}');
    }

    private static void WriteList(JsonBuffer response, ReadOnlySpan<byte> start, JsonBuffer list)
    {
        if (list.Length > 0)
        {
            response.WriteRaw(start);
            response.WriteRaw(list.Written.Span);
            response.WriteByte((byte)']');
        }
    }
}
