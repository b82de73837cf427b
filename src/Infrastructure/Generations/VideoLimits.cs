using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations;

/// <summary>How large a video of a provider and what it says of a job may be.</summary>
internal static class VideoLimits
{
    public const long VideoBytesMax = 500 * 1024 * 1024;

    public const int AnswerBytesMax = 1024 * 1024;

    /// <exception cref="ProviderFailureException">There is none, or it is longer than any.</exception>
    public static string CheckJobId(string? id) => id is { Length: > 0 and <= Generation.ProviderJobIdLengthMax }
        ? id
        : throw new ProviderFailureException(GenerationFailureCode.ProviderRejected, "The provider started no job.", isRetryable: false);

    /// <summary>The provider does not know the job: it expired, or never was.</summary>
    public static ProviderFailureException Unknown() =>
        new(GenerationFailureCode.ProviderUnavailable, "The provider does not know the job any more.", isRetryable: true);
}
