using System.Net;
using System.Net.Http.Headers;

namespace Webox.Infrastructure.Tests.Generations.OpenAi;

/// <summary>A provider's server of scripted bytes, which remembers what it was sent.</summary>
internal sealed class ScriptedHttp(HttpStatusCode status, Func<Stream> body, string mediaType = "text/event-stream") : HttpMessageHandler
{
    public HttpRequestMessage? Request { get; private set; }

    public string? RequestBody { get; private set; }

    public Action<HttpResponseHeaders> Headers { get; init; } = _ => { };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (Request, RequestBody) = (request, request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : null);
        var response = new HttpResponseMessage(status) { Content = new StreamContent(body()) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType) { CharSet = "utf-8" };
        Headers(response.Headers);
        return response;
    }
}

/// <summary>Gives its bytes a few at a time, as a network does, and may break at the end.</summary>
internal sealed class DrippingStream(byte[] bytes, int atATime, Exception? end = null) : Stream
{
    private int _at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => _at; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = Math.Min(Math.Min(atATime, count), bytes.Length - _at);
        if (read == 0 && end is not null)
        {
            throw end;
        }

        Array.Copy(bytes, _at, buffer, offset, read);
        _at += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
