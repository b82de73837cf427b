using Microsoft.Extensions.DependencyInjection;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Activities;
using Webox.Infrastructure.Catalog;
using Webox.Infrastructure.Changes;
using Webox.Infrastructure.Credits;
using Webox.Infrastructure.Database;
using Webox.Infrastructure.Generations;
using Webox.Infrastructure.Invoices;
using Webox.Infrastructure.Mail;
using Webox.Infrastructure.Operations;
using Webox.Infrastructure.Orders;
using Webox.Infrastructure.Payments;
using Webox.Infrastructure.Promotions;
using Webox.Infrastructure.Uploads;

namespace Webox.Infrastructure;

public static class InfrastructureRegistration
{
    /// <summary>Everything outside: databases, payment and model providers, accounts. Reads its settings from the configuration.</summary>
    public static IServiceCollection AddInfrastructure(this IServiceCollection services) => services
        .AddSingleton<DataFolder>()
        .AddDatabase()
        .AddAccounts()
        .AddCatalog()
        .AddOrders()
        .AddPromotions()
        .AddInvoices()
        .AddPayments()
        .AddChanges()
        .AddCredits()
        .AddGenerations()
        .AddUploads()
        .AddMail()
        .AddActivities()
        .AddMoneyInvariants()
        .AddInvoiceInvariants()
        .AddConversationInvariants()
        .AddCatalogInvariants()
        .AddGrantInvariants()
        .AddAccountInvariants()
        .AddOperations();
}
