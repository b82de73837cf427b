using Microsoft.Extensions.Configuration;
using Webox.Application.Payments;
using Webox.Domain;
using Webox.Domain.Customers;
using Webox.Domain.Payments;
using Webox.Infrastructure.Payments.BankTransfer;

namespace Webox.Infrastructure.Payments;

/// <summary>The providers that the settings name.</summary>
internal sealed class ConfiguredProviders(IConfiguration configuration, PaymentPolicy policy, TimeProvider clock) : IBankTransfers
{
    private readonly BankTransferGateway? _transfers =
        BankTransferOptions.From(configuration) is { } account ? new BankTransferGateway(account, policy, clock) : null;

    public IEnumerable<IPaymentGateway> Gateways => _transfers is null ? [] : [_transfers];

    public ProviderMessage Arrived(Payment payment, Money received, string idempotencyKey, CustomerId confirmedBy) =>
        (_transfers ?? throw new PaymentProviderUnavailableException(PaymentProvider.BankTransfer)).Arrived(payment, received, idempotencyKey, confirmedBy);
}
