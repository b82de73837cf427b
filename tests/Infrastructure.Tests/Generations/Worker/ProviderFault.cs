using Webox.Domain.Generations;
using static Webox.Domain.Generations.GenerationFailureCode;

namespace Webox.Infrastructure.Tests.Generations.Worker;

/// <summary>What a provider may do instead of answering.</summary>
public enum ProviderFault
{
    /// <summary>Nobody listens at its address.</summary>
    Refuses,
    Hangs,
    ClosesAtOnce,

    /// <summary>A byte at a time, which never become an event.</summary>
    DripsBytes,

    /// <summary>Events for ever, none of which is the last.</summary>
    DripsPieces,
    RateLimitedForSeconds,
    RateLimitedUntilDate,
    RateLimitedAbsurdly,
    Status500,
    Status502,
    Status503,
    NoJson,
    Html,
    JsonInsteadOfStream,
    ErrorInStream,

    /// <summary>All is well but for the name of the model that says it answered.</summary>
    AnotherModel,
    NoAnswer,
    EndlessLine,

    /// <summary>To the address where clouds tell their machines' secrets.</summary>
    Redirects,
    ContentPolicy,

    /// <summary>The connection is reset after the customer has seen a part of the answer.</summary>
    Resets,

    /// <summary>The connection is closed in the middle of what the head promised.</summary>
    EndsEarly,

    /// <summary>All of the head's promise and no end of the answer.</summary>
    NoEndMarker,
}

/// <summary>How a generation ends that meets a fault at every attempt.</summary>
/// <param name="Code">Null: it succeeds.</param>
internal sealed record FaultEnd(GenerationFailureCode? Code, int Attempts)
{
    /// <summary>The same for every provider.</summary>
    public static readonly IReadOnlyDictionary<ProviderFault, FaultEnd> Table = new Dictionary<ProviderFault, FaultEnd>
    {
        [ProviderFault.Refuses] = new(ProviderUnavailable, 4),
        [ProviderFault.Hangs] = new(TimedOut, 4),
        [ProviderFault.ClosesAtOnce] = new(ProviderUnavailable, 4),
        [ProviderFault.DripsBytes] = new(TimedOut, 4),
        [ProviderFault.DripsPieces] = new(TimedOut, 4),
        [ProviderFault.RateLimitedForSeconds] = new(RateLimited, 4),
        [ProviderFault.RateLimitedUntilDate] = new(RateLimited, 4),
        [ProviderFault.RateLimitedAbsurdly] = new(RateLimited, 4),
        [ProviderFault.Status500] = new(ProviderUnavailable, 4),
        [ProviderFault.Status502] = new(ProviderUnavailable, 4),
        [ProviderFault.Status503] = new(ProviderUnavailable, 4),
        [ProviderFault.NoJson] = new(StreamInterrupted, 4),
        [ProviderFault.Html] = new(ProviderUnavailable, 4),
        [ProviderFault.JsonInsteadOfStream] = new(ProviderUnavailable, 4),
        [ProviderFault.ErrorInStream] = new(ProviderUnavailable, 4),
        [ProviderFault.AnotherModel] = new(Code: null, 1),
        [ProviderFault.NoAnswer] = new(StreamInterrupted, 4),
        [ProviderFault.EndlessLine] = new(ProviderRejected, 1),
        [ProviderFault.Redirects] = new(ProviderRejected, 1),
        [ProviderFault.ContentPolicy] = new(GenerationFailureCode.ContentPolicy, 1),
        [ProviderFault.Resets] = new(StreamInterrupted, 4),
        [ProviderFault.EndsEarly] = new(StreamInterrupted, 4),
        [ProviderFault.NoEndMarker] = new(StreamInterrupted, 4),
    };
}
