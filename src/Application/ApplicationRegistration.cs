using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Accounts;
using Webox.Application.Carts;
using Webox.Application.Conversations;
using Webox.Application.Generations;
using Webox.Application.Mail;

namespace Webox.Application;

public static class ApplicationRegistration
{
    /// <summary>Every use case: the public classes with an <c>ExecuteAsync</c>, one instance a scope; and what they share.</summary>
    public static IServiceCollection AddApplication(this IServiceCollection services)
    {
        foreach (var useCase in typeof(ApplicationRegistration).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethod("ExecuteAsync") is not null))
        {
            services.AddScoped(useCase);
        }

        return services
            .AddSingleton<SignedUrls>()
            .AddSingleton<CartTokens>()
            .AddSingleton<WatchedGenerations>()
            .AddScoped<CartAccess>()
            .AddScoped<CartPricing>()
            .AddScoped<ConversationHistory>()
            .AddScoped<EmailTokens>()
            .AddScoped<MailComposer>();
    }
}
