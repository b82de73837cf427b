using System.Globalization;
using System.Net;
using Webox.Application.Generations;
using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Gemini;

/// <summary>Our words to Veo's and back. Pure, so every branch is a table test.</summary>
internal static class VeoMapping
{
    /// <summary>One video. Veo knows proportions and lines instead of pixels.</summary>
    public static VeoRequest ToVeo(VideoRequest request)
    {
        var sides = request.Size.Split('x').Select(side => int.Parse(side, CultureInfo.InvariantCulture)).ToArray();
        return new VeoRequest(
            [new PredictInstance(request.Prompt)],
            new VeoParameters(
                SampleCount: 1,
                request.Seconds,
                sides[0] >= sides[1] ? "16:9" : "9:16",
                string.Create(CultureInfo.InvariantCulture, $"{sides.Min()}p")));
    }

    public static VideoJobState ToState(VeoOperation operation)
    {
        if (operation.Done is not true)
        {
            return new VideoJobState.Running(Percent: null);
        }

        if (operation.Error is { } error)
        {
            return new VideoJobState.Lost(ProviderFailures.OfStatus(StatusOf(error.Code), retryAfter: null));
        }

        var videos = operation.Response?.GenerateVideoResponse;
        if (videos?.GeneratedSamples?.FirstOrDefault(sample => sample?.Video?.Uri is not null)?.Video?.Uri is { } uri)
        {
            return new VideoJobState.Finished(uri);
        }

        return new VideoJobState.Lost(videos is { RaiMediaFilteredCount: > 0 } or { RaiMediaFilteredReasons.Count: > 0 }
            ? ProviderFailures.ContentPolicy()
            : new ProviderFailureException(GenerationFailureCode.ProviderRejected, "The provider made no video.", isRetryable: false));
    }

    // https://grpc.io/docs/guides/status-codes to https://cloud.google.com/apis/design/errors#handling_errors
    private static HttpStatusCode StatusOf(int? code) => code switch
    {
        3 or 9 or 11 => HttpStatusCode.BadRequest,
        5 => HttpStatusCode.NotFound,
        7 => HttpStatusCode.Forbidden,
        8 => HttpStatusCode.TooManyRequests,
        16 => HttpStatusCode.Unauthorized,
        _ => HttpStatusCode.InternalServerError,
    };
}
