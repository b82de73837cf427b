using Microsoft.AspNetCore.Authentication;
using Webox.Application;
using Webox.Application.Accounts;

namespace Webox.GraphQL.Security;

internal static class SecurityRegistration
{
    /// <summary>Who is asking, and from where.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(BearerAuthentication.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthentication>(BearerAuthentication.SchemeName, null);
        services.AddAuthorization();
        return services
            .AddScoped<ICurrentCustomer, CurrentCustomer>()
            .AddScoped<IClientAddress, ClientAddress>();
    }
}
