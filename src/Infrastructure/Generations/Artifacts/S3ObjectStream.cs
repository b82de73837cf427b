using Amazon.S3.Model;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>
/// Reads an object from wherever it is set to: nothing is asked for before the first read, and no more is fetched than the reader takes.
/// Only ever read without blocking.
/// </summary>
/// <param name="length">In bytes.</param>
internal sealed class S3ObjectStream(S3Bucket bucket, string key, long length) : Stream
{
    private GetObjectResponse? _answer;
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value);
            if (value != _position)
            {
                Close(ref _answer);
                _position = value;
            }
        }
    }

    /// <exception cref="ArtifactStoreUnavailableException">It cannot be had, or ends before its length.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _position >= length)
        {
            return 0;
        }

        _answer ??= await bucket.GetAsync(key, _position, cancellationToken);
        var read = await bucket.ReadAsync(_answer.ResponseStream, buffer[..(int)Math.Min(buffer.Length, length - _position)], cancellationToken);
        _position += read;
        return read > 0 ? read : throw new ArtifactStoreUnavailableException("The file store sent less than the file.");
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = offset + origin switch
    {
        SeekOrigin.Begin => 0,
        SeekOrigin.Current => _position,
        _ => length,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        Close(ref _answer);
        base.Dispose(disposing);
    }

    private static void Close(ref GetObjectResponse? answer)
    {
        answer?.Dispose();
        answer = null;
    }
}
