using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Webox.Application.Mail;

namespace Webox.Infrastructure.Mail;

/// <summary>Every two seconds, queues mails about paid orders and sends what is due; once an hour, forgets old ones.</summary>
internal sealed partial class MailDelivery(IServiceScopeFactory scopes, IEmailSender sender, TimeProvider clock, ILogger<MailDelivery> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ForgetPeriod = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (sender is FileEmailSender files)
        {
            Log.NoServer(log, files.Folder);
        }

        var forgotten = clock.GetTimestamp();
        using var timer = new PeriodicTimer(Period, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await TryAsync<QueueOrderMails>(queue => queue.ExecuteAsync(stoppingToken));
            await TryAsync<SendMails>(async send =>
            {
                while (await send.ExecuteAsync(stoppingToken) > 0)
                {
                    // Until nothing is due.
                }
            });
            if (clock.GetElapsedTime(forgotten) >= ForgetPeriod)
            {
                forgotten = clock.GetTimestamp();
                await TryAsync<ForgetMails>(forget => forget.ExecuteAsync(stoppingToken));
            }
        }
    }

    private async Task TryAsync<TUseCase>(Func<TUseCase, Task> run)
        where TUseCase : notnull
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await run(scope.ServiceProvider.GetRequiredService<TUseCase>());
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // A database that is away comes back; the mails wait.
            Log.Failed(log, error, typeof(TUseCase).Name);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "WEBOX_SMTP_HOST is not set: mails are not sent but written to {Folder}")]
        public static partial void NoServer(ILogger log, string folder);

        [LoggerMessage(Level = LogLevel.Error, Message = "{UseCase} failed; it is tried again")]
        public static partial void Failed(ILogger log, Exception error, string useCase);
    }
}
