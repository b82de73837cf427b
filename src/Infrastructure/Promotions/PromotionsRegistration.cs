using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Promotions;

namespace Webox.Infrastructure.Promotions;

internal static class PromotionsRegistration
{
    public static IServiceCollection AddPromotions(this IServiceCollection services) => services
        .AddSingleton<PromoCodeGuessLimit>()
        .AddScoped<IPromoCodeGuesses, PromoCodeGuesses>();
}
