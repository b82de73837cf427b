using Microsoft.Extensions.Configuration;
using Webox.Application.Operations;
using Webox.Infrastructure.Generations.Artifacts;

namespace Webox.Infrastructure.Tests.Generations.Artifacts;

public sealed class S3OptionsTests
{
    private const string Canary = "CanaryCanaryCanaryCanary";

    private static readonly Dictionary<string, string?> Whole = new()
    {
        ["WEBOX_S3_BUCKET"] = "webox-files",
        ["WEBOX_S3_ENDPOINT"] = "https://s3.test",
        ["WEBOX_S3_ACCESS_KEY"] = Canary,
        ["WEBOX_S3_SECRET_KEY"] = Canary,
    };

    [Fact]
    public void Without_settings_files_are_not_on_S3() => Assert.Null(Read([]));

    [Fact]
    public void A_server_needs_no_region_and_Amazon_needs_no_address()
    {
        Assert.Equal(new S3Options("webox-files", new Uri("https://s3.test"), "us-east-1", Canary, Canary), Read(Whole));
        Assert.Equal(
            new S3Options("webox-files", null, "eu-west-3", Canary, Canary),
            Read(new(Whole) { ["WEBOX_S3_ENDPOINT"] = null, ["WEBOX_S3_REGION"] = "eu-west-3" }));
    }

    [Theory]
    [InlineData("WEBOX_S3_BUCKET", null, "WEBOX_S3_BUCKET is missing: files are to be kept on S3.")]
    [InlineData("WEBOX_S3_ACCESS_KEY", " ", "WEBOX_S3_ACCESS_KEY is missing: files are to be kept on S3.")]
    [InlineData("WEBOX_S3_SECRET_KEY", null, "WEBOX_S3_SECRET_KEY is missing: files are to be kept on S3.")]
    [InlineData("WEBOX_S3_ENDPOINT", null, "WEBOX_S3_REGION is missing: files are to be kept on S3.")]
    [InlineData("WEBOX_S3_BUCKET", "Two Words", "WEBOX_S3_BUCKET is no name of a bucket.")]
    [InlineData("WEBOX_S3_REGION", "Paris!", "WEBOX_S3_REGION must be a region such as eu-west-3.")]
    [InlineData("WEBOX_S3_ENDPOINT", "s3.test", "WEBOX_S3_ENDPOINT must be an https address.")]
    [InlineData("WEBOX_S3_SECRET_KEY", "two " + Canary, "WEBOX_S3_SECRET_KEY has characters that no key has.")]
    public void Half_a_configuration_refuses_the_start_and_shows_no_key(string name, string? value, string reason)
    {
        var refusal = Assert.Throws<StartRefusedException>(() => Read(new(Whole) { [name] = value }));

        Assert.Equal([reason], refusal.Reasons);
        Assert.DoesNotContain(Canary, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_of_itself_holds_no_key() => Assert.Equal("webox-files at https://s3.test/", Read(Whole)!.ToString());

    private static S3Options? Read(Dictionary<string, string?> settings) =>
        S3Options.From(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
