using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;

namespace Webox.Infrastructure.Generations.Artifacts;

/// <summary>A bucket on Amazon S3, or on a server that speaks its protocol.</summary>
/// <param name="Endpoint">Null: Amazon's own of the region.</param>
/// <param name="Region">Is part of every signature. Servers that know no regions take <c>us-east-1</c>.</param>
internal sealed partial record S3Options(string Bucket, Uri? Endpoint, string Region, string AccessKey, string SecretKey)
{
    private static readonly string[] Names =
        ["WEBOX_S3_BUCKET", "WEBOX_S3_ENDPOINT", "WEBOX_S3_REGION", "WEBOX_S3_ACCESS_KEY", "WEBOX_S3_SECRET_KEY"];

    /// <summary>
    /// By <c>WEBOX_S3_BUCKET</c>, <c>WEBOX_S3_ACCESS_KEY</c> and <c>WEBOX_S3_SECRET_KEY</c>, with <c>WEBOX_S3_ENDPOINT</c> for MinIO, R2
    /// or Ceph, or <c>WEBOX_S3_REGION</c> for Amazon.
    /// </summary>
    /// <returns>Null when none of them is set.</returns>
    /// <exception cref="StartRefusedException">Some are missing, or one is no value it can have.</exception>
    public static S3Options? From(IConfiguration configuration)
    {
        if (Array.TrueForAll(Names, name => configuration.Text(name) is null))
        {
            return null;
        }

        var endpoint = configuration.Text("WEBOX_S3_ENDPOINT") is { } address
            ? configuration.Address("WEBOX_S3_ENDPOINT", address, path: "", allowsHttp: true)
            : null;
        var bucket = Needed(configuration, "WEBOX_S3_BUCKET");
        var region = configuration.Text("WEBOX_S3_REGION") ?? (endpoint is null ? Needed(configuration, "WEBOX_S3_REGION") : "us-east-1");
        return new S3Options(
            BucketForm().IsMatch(bucket) ? bucket : throw new StartRefusedException("WEBOX_S3_BUCKET is no name of a bucket."),
            endpoint,
            RegionForm().IsMatch(region) ? region : throw new StartRefusedException("WEBOX_S3_REGION must be a region such as eu-west-3."),
            Visible(configuration, "WEBOX_S3_ACCESS_KEY"),
            Visible(configuration, "WEBOX_S3_SECRET_KEY"));
    }

    /// <summary>Never shows the keys.</summary>
    public override string ToString() => $"{Bucket} at {Endpoint?.ToString() ?? Region}";

    private static string Needed(IConfiguration configuration, string name) =>
        configuration.Text(name) ?? throw new StartRefusedException($"{name} is missing: files are to be kept on S3.");

    private static string Visible(IConfiguration configuration, string name)
    {
        var key = Needed(configuration, name);
        return !key.AsSpan().ContainsAnyExceptInRange('!', '~') ? key : throw new StartRefusedException($"{name} has characters that no key has.");
    }

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$", RegexOptions.CultureInvariant)]
    private static partial Regex BucketForm();

    [GeneratedRegex("^[a-z0-9-]{1,32}$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionForm();
}
