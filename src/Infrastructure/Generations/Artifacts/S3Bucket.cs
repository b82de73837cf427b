using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Webox.Application.Generations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>
/// The objects of a bucket. Whatever goes wrong is an <see cref="ArtifactStoreUnavailableException"/> that says the status alone: what the
/// server writes may quote the key. https://docs.aws.amazon.com/AmazonS3/latest/API/API_Operations_Amazon_Simple_Storage_Service.html
/// </summary>
internal sealed class S3Bucket(string name, IAmazonS3 client, TimeProvider clock) : IDisposable
{
    /// <summary>For an answer, and for each piece of a body.</summary>
    public static readonly TimeSpan AnswerLimit = TimeSpan.FromSeconds(30);

    /// <summary>For half a gigabyte of video.</summary>
    private static readonly TimeSpan UploadLimit = TimeSpan.FromMinutes(10);

    /// <param name="content">Seekable; read from its beginning, once more when the server asks for another try.</param>
    public Task PutAsync(string key, Stream content, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = name, Key = key, InputStream = content, AutoCloseStream = false, ContentType = "application/octet-stream", UseChunkEncoding = false,
        };
        return CallAsync(token => client.PutObjectAsync(request, token), UploadLimit, cancellationToken);
    }

    /// <returns>In bytes. Null when there is no such object.</returns>
    public async Task<long?> FindLengthAsync(string key, CancellationToken cancellationToken)
    {
        var head = await FindAsync(token => client.GetObjectMetadataAsync(new GetObjectMetadataRequest { BucketName = name, Key = key }, token), cancellationToken);
        return head?.ContentLength;
    }

    /// <param name="from">The first byte that is wanted.</param>
    public Task<GetObjectResponse> GetAsync(string key, long from, CancellationToken cancellationToken)
    {
        var request = new GetObjectRequest { BucketName = name, Key = key, ByteRange = new ByteRange($"bytes={from}-") };
        return CallAsync(token => client.GetObjectAsync(request, token), AnswerLimit, cancellationToken);
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken) =>
        FindAsync(token => client.DeleteObjectAsync(new DeleteObjectRequest { BucketName = name, Key = key }, token), cancellationToken);

    /// <param name="after">The mark of the page before. Null: the first page.</param>
    /// <returns>At most a thousand, and the mark of this page unless it is the last.</returns>
    public async Task<(IReadOnlyList<S3Object> Objects, string? Mark)> ListAsync(string prefix, string? after, CancellationToken cancellationToken)
    {
        var request = new ListObjectsV2Request { BucketName = name, Prefix = prefix, ContinuationToken = after };
        var page = await CallAsync(token => client.ListObjectsV2Async(request, token), AnswerLimit, cancellationToken);
        return (page.S3Objects ?? [], page.IsTruncated is true ? page.NextContinuationToken : null);
    }

    /// <summary>Reads a part of a body, which the server may send too slowly or break off.</summary>
    public Task<int> ReadAsync(Stream body, Memory<byte> buffer, CancellationToken cancellationToken) =>
        CallAsync(async token => await body.ReadAsync(buffer, token), AnswerLimit, cancellationToken);

    public void Dispose() => client.Dispose();

    private async Task<T?> FindAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
        where T : class =>
        await CallAsync(
            async token =>
            {
                try
                {
                    return await call(token);
                }
                catch (AmazonServiceException failure) when (failure.StatusCode is HttpStatusCode.NotFound && failure.ErrorCode != "NoSuchBucket")
                {
                    return null;
                }
            },
            AnswerLimit,
            cancellationToken);

    private async Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, TimeSpan limit, CancellationToken cancellationToken)
    {
        using var inTime = new CancellationTokenSource(limit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(inTime.Token, cancellationToken);
        try
        {
            return await call(either.Token);
        }
        catch (AmazonServiceException failure) when (failure.StatusCode != 0)
        {
            throw new ArtifactStoreUnavailableException($"The file store answered {(int)failure.StatusCode}.");
        }
        catch (Exception failure) when (failure is AmazonServiceException or AmazonClientException or HttpRequestException or IOException)
        {
            throw new ArtifactStoreUnavailableException("The file store cannot be reached, or the connection broke.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new ArtifactStoreUnavailableException($"The file store gave no answer in {limit.TotalSeconds:0} s.");
        }
    }
}
