using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Mail;

namespace Webox.Infrastructure.Mail;

internal static class MailRegistration
{
    /// <summary>A mail server where <c>WEBOX_SMTP_HOST</c> names one; files otherwise.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddSingleton(provider => MailSettings.Read(provider.GetRequiredService<IConfiguration>()))
        .AddSingleton(provider => new ShopAddress(
            provider.GetRequiredService<IConfiguration>()["WEBOX_SHOP_URL"] is { Length: > 0 } url ? new Uri(url) : null))
        .AddSingleton<IEmailSender>(provider => SmtpOptions.Read(provider.GetRequiredService<IConfiguration>()) is { } smtp
            ? ActivatorUtilities.CreateInstance<SmtpEmailSender>(provider, smtp)
            : ActivatorUtilities.CreateInstance<FileEmailSender>(provider))
        .AddHostedService<MailDelivery>();
}
