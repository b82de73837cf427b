using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Webox.GraphQL.Engine.AspNetCore.Http;

/// <summary>
/// A response of server-sent events. https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
/// Writing waits for the client to read (back-pressure); a client that does not read is cut by the server's minimal data rate.
/// </summary>
internal sealed class EventStream : IAsyncDisposable
{
    private readonly HttpResponse _response;
    private readonly SemaphoreSlim _oneWriter = new(1);
    private readonly CancellationTokenSource _done = new();
    private readonly Task _keepingAlive;

    private EventStream(HttpResponse response, TimeSpan keepAlive, TimeProvider clock)
    {
        _response = response;
        _keepingAlive = KeepAliveAsync(keepAlive, clock);
    }

    /// <summary>Sends the headers at once: the client learns that it is subscribed before anything happens.</summary>
    public static async Task<EventStream> OpenAsync(HttpResponse response, TimeSpan keepAlive, TimeProvider clock, CancellationToken cancellationToken)
    {
        response.ContentType = $"{AcceptedMediaTypes.EventStreamType}; charset=utf-8";
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        // nginx would otherwise hold events back until its buffer is full.
        response.Headers["X-Accel-Buffering"] = "no";
        response.HttpContext.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        response.BodyWriter.Write(":\n\n"u8);
        await response.BodyWriter.FlushAsync(cancellationToken);
        return new EventStream(response, keepAlive, clock);
    }

    public Task NextAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken) => WriteAsync("event: next\n"u8, json.Span, cancellationToken);

    /// <summary>One response to one of many operations.</summary>
    public Task NextAsync(string operationId, ReadOnlyMemory<byte> json, CancellationToken cancellationToken) =>
        WriteAsync("event: next\n"u8, OperationData(operationId, json.Span), cancellationToken);

    /// <summary>The end of one of many operations.</summary>
    public Task CompleteAsync(string operationId, CancellationToken cancellationToken) =>
        WriteAsync("event: complete\n"u8, OperationData(operationId, payload: default), cancellationToken);

    /// <remarks>With an empty <c>data</c> line: EventSource does not dispatch an event that has none.</remarks>
    public Task CompleteAsync(CancellationToken cancellationToken) => WriteAsync("event: complete\n"u8, [], cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _keepingAlive;
        _done.Dispose();
        _oneWriter.Dispose();
    }

    private static ReadOnlySpan<byte> OperationData(string id, ReadOnlySpan<byte> payload)
    {
        var text = new ArrayBufferWriter<byte>(payload.Length + id.Length + 32);
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("id", id);
            if (!payload.IsEmpty)
            {
                json.WritePropertyName("payload");
                json.WriteRawValue(payload, skipInputValidation: true);
            }

            json.WriteEndObject();
        }

        return text.WrittenSpan;
    }

    private Task WriteAsync(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data, CancellationToken cancellationToken)
    {
        var text = new ArrayBufferWriter<byte>(name.Length + data.Length + 8);
        text.Write(name);
        // A line break inside the data would end the line; JSON allows it between tokens, and lines of data are joined by it again.
        foreach (var line in data.SplitAny("\r\n"u8))
        {
            text.Write("data: "u8);
            text.Write(data[line]);
            text.Write("\n"u8);
        }

        text.Write("\n"u8);
        return SendAsync(text.WrittenMemory, cancellationToken);
    }

    private async Task SendAsync(ReadOnlyMemory<byte> text, CancellationToken cancellationToken)
    {
        await _oneWriter.WaitAsync(cancellationToken);
        try
        {
            await _response.BodyWriter.WriteAsync(text, cancellationToken);
        }
        finally
        {
            _oneWriter.Release();
        }
    }

    private async Task KeepAliveAsync(TimeSpan interval, TimeProvider clock)
    {
        using var timer = new PeriodicTimer(interval, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_done.Token))
            {
                await SendAsync(":\n\n"u8.ToArray(), _done.Token);
            }
        }
        catch (OperationCanceledException) when (_done.IsCancellationRequested)
        {
            // The stream has ended.
        }
    }
}
