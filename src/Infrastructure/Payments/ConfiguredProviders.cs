using Microsoft.Extensions.Configuration;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.BankTransfer;
using Webox.Infrastructure.Payments.PayPal;
using Webox.Infrastructure.Payments.Stripe;

namespace Webox.Infrastructure.Payments;

/// <summary>The providers that the settings name.</summary>
internal sealed class ConfiguredProviders : IBankTransfers, IDisposable
{
    private readonly StripeGateway? _stripe;
    private readonly PayPalGateway? _paypal;
    private readonly BankTransferGateway? _transfers;

    public ConfiguredProviders(IConfiguration configuration, PaymentPolicy policy, TimeProvider clock)
    {
        Stripe = StripeOptions.From(configuration);
        PayPal = PayPalOptions.From(configuration);
        _stripe = Stripe is null ? null : StripeGateway.Create(Stripe, clock);
        _paypal = PayPal is null ? null : PayPalGateway.Create(PayPal, clock);
        _transfers = BankTransferOptions.From(configuration) is { } account ? new BankTransferGateway(account, policy, clock) : null;
    }

    /// <summary>Null without a key.</summary>
    public StripeOptions? Stripe { get; }

    /// <summary>Null without a client id.</summary>
    public PayPalOptions? PayPal { get; }

    public IEnumerable<IPaymentGateway> Gateways => new IPaymentGateway?[] { _stripe, _paypal, _transfers }.OfType<IPaymentGateway>();

    public ProviderMessage Arrived(Payment payment, Money received, string idempotencyKey, CustomerId confirmedBy) =>
        (_transfers ?? throw new PaymentProviderUnavailableException(PaymentProvider.BankTransfer)).Arrived(payment, received, idempotencyKey, confirmedBy);

    public void Dispose()
    {
        _stripe?.Dispose();
        _paypal?.Dispose();
    }
}
