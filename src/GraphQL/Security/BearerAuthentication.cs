using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Webox.Application.Accounts;

namespace Webox.GraphQL.Security;

/// <summary>
/// Reads <c>Authorization: Bearer …</c>. A request without a valid token is a guest's, not an error: what needs more says so itself.
/// Why this is not the JwtBearer package: docs/decisions/0009-own-bearer-authentication.md.
/// </summary>
internal sealed class BearerAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, IAccessTokens accessTokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Prefix = "Bearer ";

    /// <summary>The token of a header or of <c>connection_init</c>. Null when it is not of this scheme.</summary>
    public static string? TokenOf(string? authorization) =>
        authorization?.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) == true ? authorization[Prefix.Length..].Trim() : null;

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (TokenOf(Request.Headers.Authorization) is not { } token)
        {
            return AuthenticateResult.NoResult();
        }

        return await accessTokens.ReadAsync(token) is { } user
            ? AuthenticateResult.Success(new AuthenticationTicket(user, SchemeName))
            : AuthenticateResult.NoResult();
    }
}
