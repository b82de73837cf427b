using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Infrastructure.Generations;
using Webox.Infrastructure.Tests.Generations.OpenAi;

namespace Webox.Infrastructure.Tests.Generations;

public sealed class ProviderDownloadTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(1000)]
    public async Task A_file_may_have_so_many_bytes_and_no_more(int bytesMax)
    {
        var read = new MemoryStream();

        await new ProviderDownload(new DrippingStream(new byte[100], 7), bytesMax).CopyToAsync(read);
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(
            () => new ProviderDownload(new DrippingStream(new byte[bytesMax + 1], 7), bytesMax).CopyToAsync(Stream.Null));

        Assert.Equal(100, read.Length);
        Assert.Equal((GenerationFailureCode.ProviderRejected, false), (failure.Code, failure.IsRetryable));
    }

    [Fact]
    public async Task A_connection_that_breaks_is_worth_another_try()
    {
        var failure = await Assert.ThrowsAsync<ProviderFailureException>(
            () => new ProviderDownload(new DrippingStream(new byte[10], 7, new IOException("secret")), 100).CopyToAsync(Stream.Null));

        Assert.Equal((GenerationFailureCode.StreamInterrupted, true), (failure.Code, failure.IsRetryable));
        Assert.DoesNotContain("secret", failure.Message, StringComparison.Ordinal);
    }
}
