using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Mail;
using Webox.Infrastructure.Sweeps;

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
        .AddSweep<QueueOrderMails>(TimeSpan.FromSeconds(2), (mails, token) => mails.ExecuteAsync(token))
        .AddSweep<SendMails>(TimeSpan.FromSeconds(2), SendAsync)
        .AddSweep<ForgetMails>(TimeSpan.FromHours(1), (mails, token) => mails.ExecuteAsync(token));

    private static async Task SendAsync(SendMails mails, CancellationToken cancellationToken)
    {
        while (await mails.ExecuteAsync(cancellationToken) > 0)
        {
            // Until nothing is due.
        }
    }
}
