using Amazon.Runtime;
using Amazon.S3;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>Amazon's client, told everything: what it finds in the environment and in profiles of the machine is not used.</summary>
internal static class S3Client
{
    public static AmazonS3Client Create(S3Options options)
    {
        var config = new AmazonS3Config
        {
            AuthenticationRegion = options.Region,
            DefaultConfigurationMode = DefaultConfigurationMode.Standard,
            HttpClientFactory = new HttpClients(),
            IgnoreConfiguredEndpointUrls = true,
            MaxErrorRetry = 2,
            RetryMode = RequestRetryMode.Standard,

            // Checksums in trailers are Amazon's alone; the signature covers the content's hash in any case.
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        };
        if (options.Endpoint is { } endpoint)
        {
            config.ServiceURL = endpoint.AbsoluteUri;
            config.ForcePathStyle = true;
        }
        else
        {
            config.RegionEndpoint = Amazon.RegionEndpoint.GetBySystemName(options.Region);
        }

        return new AmazonS3Client(new BasicAWSCredentials(options.AccessKey, options.SecretKey), config);
    }

    private sealed class HttpClients : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => ProviderHttp.Create();
    }
}
