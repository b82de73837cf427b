using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Webox.Application;
using Webox.Application.Accounts;

namespace Webox.GraphQL.Security;

internal static class SecurityRegistration
{
    /// <summary>Who is asking, and from where; and which pages may.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(BearerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.SchemeName, null);
        services.AddAuthorization();
        services.AddCors().AddSingleton<IConfigureOptions<CorsOptions>, AllowedOrigins>();
        return services
            .AddScoped<ICurrentCustomer, CurrentCustomer>()
            .AddScoped<IClientAddress, ClientAddress>();
    }
}
