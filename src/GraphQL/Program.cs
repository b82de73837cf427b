using Webox.Application;
using Webox.GraphQL;
using Webox.GraphQL.Accounts;
using Webox.GraphQL.Catalog;
using Webox.GraphQL.Generations;
using Webox.GraphQL.Invoices;
using Webox.GraphQL.Operations;
using Webox.GraphQL.Payments;
using Webox.GraphQL.Security;
using Webox.GraphQL.Uploads;
using Webox.Infrastructure;
using Webox.Infrastructure.Settings;

return await CommandLine.RunAsync(args, () => CreateApp());

/// <summary>The way in, and the one place where everything is wired.</summary>
internal static partial class Program
{
    /// <summary>The whole application, not started.</summary>
    /// <param name="settings">They win over the environment, and <c>.env</c> is not read. Null: the environment and <c>.env</c>.</param>
    /// <param name="configure">Replaces services.</param>
    internal static WebApplication CreateApp(
        IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            EnvironmentName = settings?.GetValueOrDefault("ASPNETCORE_ENVIRONMENT") ?? SourceTree.EnvironmentName,
        });
        builder.Configuration.AddInMemoryCollection(settings ?? new Dictionary<string, string?>());
        builder.Configuration.AddSettings(settings is null ? [Directory.GetCurrentDirectory(), SourceTree.Root ?? "."] : []);
        builder.AddWebServer();
        builder.AddConsoleLogging();
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddApplication()
            .AddInfrastructure()
            .AddSecurity()
            .AddSingleton<ForgeryLimit>().AddSingleton<WebhookTurns>().AddSingleton<UploadLimits>().AddSingleton<PublicAddress>()
            .AddSingleton<Metrics>().AddHostedService(provider => provider.GetRequiredService<Metrics>());
        builder.AddWeboxGraphQL();
        configure?.Invoke(builder.Services);
        builder.Host.UseDefaultServiceProvider(services => services.ValidateOnBuild = services.ValidateScopes = true);

        var app = builder.Build();
        app.UseSecurityHeaders().UseCors().UseRequestTimeouts();
        app.UseAuthentication().UseTokenExpiry().UseAuthorization();
        app.MapHealth();
        app.MapMetrics();
        app.MapWebhooks();
        app.MapCheckoutPage();
        app.MapArtifacts().DisableRequestTimeout();
        app.MapGenerationExport().DisableRequestTimeout();
        app.MapAccountExport().DisableRequestTimeout();
        app.MapUploads();
        app.MapProductFiles();
        app.MapInvoices();
        app.MapGraphQL().DisableRequestTimeout();
        return app;
    }
}
