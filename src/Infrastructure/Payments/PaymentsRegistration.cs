using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Payments;
using Webox.Infrastructure.Payments.Sandbox;

namespace Webox.Infrastructure.Payments;

internal static class PaymentsRegistration
{
    public static IServiceCollection AddPayments(this IServiceCollection services) => services
        .AddSingleton<SandboxGateway>()
        .AddSingleton<IPaymentGateway>(provider => provider.GetRequiredService<SandboxGateway>())
        .AddSingleton<ISandboxPayments>(provider => provider.GetRequiredService<SandboxGateway>())
        .AddHostedService<PaymentInboxSweep>();
}
