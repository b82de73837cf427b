using Webox.Domain.Generations;

namespace Webox.Infrastructure.Generations.Limits;

/// <summary>
/// One of the requests that a provider takes in a minute. A call takes the slot that was used longest ago, if that is a minute ago: so no
/// minute, wherever it begins, has more calls than slots.
/// </summary>
internal sealed class ProviderCallSlot
{
    public required AiProvider Provider { get; init; }

    /// <summary>From 0.</summary>
    public required int Number { get; init; }

    /// <summary>By the database's clock.</summary>
    public required DateTimeOffset CalledAt { get; init; }
}

/// <summary>A provider that asked not to be called for a while, or whose slots are all taken.</summary>
internal sealed class ProviderPause
{
    public required AiProvider Provider { get; init; }

    /// <summary>By the database's clock.</summary>
    public required DateTimeOffset Until { get; init; }
}

/// <summary>What a provider's work cost in one day.</summary>
internal sealed class ProviderSpend
{
    public required AiProvider Provider { get; init; }

    /// <summary>In UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    /// <summary>In millionths of the currency's unit.</summary>
    public required long Micros { get; init; }
}
