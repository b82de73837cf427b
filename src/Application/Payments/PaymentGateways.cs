using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>The providers that are configured here.</summary>
public sealed class PaymentGateways(IEnumerable<IPaymentGateway> gateways)
{
    private readonly Dictionary<PaymentProvider, IPaymentGateway> _byProvider = gateways.ToDictionary(gateway => gateway.Provider);

    /// <summary>In the order in which to offer them.</summary>
    public IReadOnlyList<PaymentProvider> Available => [.. _byProvider.Keys.Order()];

    /// <exception cref="PaymentProviderUnavailableException">It is not configured.</exception>
    public IPaymentGateway For(PaymentProvider provider) =>
        _byProvider.TryGetValue(provider, out var gateway) ? gateway : throw new PaymentProviderUnavailableException(provider);
}
