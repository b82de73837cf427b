using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Invoices;

namespace Webox.Infrastructure.Invoices;

internal static class InvoicesRegistration
{
    public static IServiceCollection AddInvoices(this IServiceCollection services) => services
        .AddSingleton(provider => InvoiceSeller.From(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton<IInvoicePrinter, InvoicePrinter>()
        .AddScoped<IInvoiceNumbers, InvoiceNumbers>();
}
