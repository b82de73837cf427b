using Webox.Application.Generations;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>Asks a bucket for the beginning of its list, which needs the keys and changes nothing.</summary>
internal sealed class S3Probe(S3Options options, TimeProvider clock) : IProviderProbe, IDisposable
{
    private readonly S3Bucket _bucket = new(options.Bucket, S3Client.Create(options), clock);

    public string Provider => "S3";

    public async Task<ProbeResult> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await _bucket.ListAsync(S3ArtifactStore.Prefix, after: null, cancellationToken);
            return new ProbeResult(true, $"list of {options}: answered.");
        }
        catch (ArtifactStoreUnavailableException failure)
        {
            return new ProbeResult(false, $"list of {options}: {failure.Message}");
        }
    }

    public void Dispose() => _bucket.Dispose();
}
