using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Webox.Application;
using Webox.Application.Catalog;
using Webox.Application.Generations;
using Webox.Application.Operations;
using Webox.Application.Payments;
using Webox.Application.Promotions;
using Webox.Application.Prompts;
using Webox.Domain;
using Webox.Domain.Carts;
using Webox.Infrastructure.Accounts;
using Webox.Infrastructure.Invoices;
using Webox.Infrastructure.Settings;

namespace Webox.Infrastructure.Operations;

internal sealed class StartUp(
    UnsafeSettings unsafeSettings,
    IModelCatalog models,
    InstallationSecret secret,
    SqliteFileLock sqliteFile,
    IDatabaseOperations database,
    IWeboxDb db,
    SeedCatalog seedCatalog,
    SeedPrompts seedPrompts,
    SeedPromoCodes seedPromoCodes,
    SalesTerms salesTerms,
    InvoiceSeller seller,
    FirstAdmin firstAdmin,
    PaymentGateways gateways,
    IHostEnvironment environment) : IStartUp
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        if (unsafeSettings.Find() is { Count: > 0 } reasons)
        {
            throw new StartRefusedException(reasons);
        }

        // Their files and settings are read by now: a mistake in them is told before anything is written.
        _ = (models.Models, gateways.Available, salesTerms, seller);
        secret.Read();
        sqliteFile.Take();
        await database.MigrateAsync(cancellationToken);
        // A real shop opens empty; `webox seed` fills it on demand.
        if (environment.IsDevelopment() && !await db.Products.AnyAsync(cancellationToken))
        {
            await seedCatalog.ExecuteAsync(cancellationToken);
        }

        if (environment.IsDevelopment())
        {
            await seedPrompts.ExecuteAsync(cancellationToken);
            await seedPromoCodes.ExecuteAsync(cancellationToken);
        }

        try
        {
            await firstAdmin.EnsureAsync(cancellationToken);
        }
        catch (DomainException exception)
        {
            throw new StartRefusedException($"WEBOX_ADMIN_EMAIL, WEBOX_ADMIN_PASSWORD: {exception.Message}");
        }
    }
}
