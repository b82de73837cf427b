using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Webox.Application.Payments;
using Webox.Infrastructure.Payments.PayPal;
using Webox.Infrastructure.Payments.Sandbox;
using Webox.Infrastructure.Payments.Stripe;
using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Payments;

internal static class PaymentsRegistration
{
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddSingleton(provider => PaymentSettings.Read(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<SandboxGateway>()
        .AddSingleton<ISandboxPayments>(provider => provider.GetRequiredService<SandboxGateway>())
        .AddSingleton<ConfiguredProviders>()
        .AddSingleton(Gateways)
        .AddSingleton<IBankTransfers>(provider => provider.GetRequiredService<ConfiguredProviders>())
        .AddSingleton<IPaymentWebhook>(provider => new StripeWebhook(provider.GetRequiredService<ConfiguredProviders>().Stripe, Clock(provider)))
        .AddSingleton<IPaymentWebhook>(provider => PayPalWebhook.Create(provider.GetRequiredService<ConfiguredProviders>().PayPal, Clock(provider)))
        .AddProbe("Stripe", (settings, clock) => StripeOptions.From(settings) is { } account ? StripeProbe.Create(account, clock) : null)
        .AddProbe("PayPal", (settings, clock) => PayPalOptions.From(settings) is { } account ? PayPalProbe.Create(account, clock) : null)
        .AddHostedService<PaymentSweep>()
        .AddHostedService<PaymentReconciliation>();

    private static TimeProvider Clock(IServiceProvider services) => services.GetRequiredService<TimeProvider>();

    /// <summary>The sandbox is there in Development, and where nothing else is: nobody gets goods for nothing in a shop that takes money.</summary>
    private static PaymentGateways Gateways(IServiceProvider services)
    {
        IPaymentGateway[] configured = [.. services.GetServices<IPaymentGateway>(), .. services.GetRequiredService<ConfiguredProviders>().Gateways];
        return configured.Length == 0 || services.GetRequiredService<IHostEnvironment>().IsDevelopment()
            ? new PaymentGateways([.. configured, services.GetRequiredService<SandboxGateway>()])
            : new PaymentGateways(configured);
    }
}
