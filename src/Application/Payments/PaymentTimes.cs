namespace Webox.Application.Payments;

/// <summary>How long things around a payment may take.</summary>
public static class PaymentTimes
{
    /// <summary>An order waits this long for a payment that its provider is still working on, or that is set aside: as long as Stripe keeps an authorization.</summary>
    public static readonly TimeSpan Undecided = TimeSpan.FromDays(7);

    /// <summary>A capture that was asked for is decided by then, or reconciled; until then its order does not expire.</summary>
    public static readonly TimeSpan Capture = TimeSpan.FromMinutes(15);

    /// <summary>A provider that has not answered by then is asked again.</summary>
    public static readonly TimeSpan Answer = TimeSpan.FromMinutes(1);

    /// <summary>An intent about which nothing was heard for so long is looked at.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(15);
}
