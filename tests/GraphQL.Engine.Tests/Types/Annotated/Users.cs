using System.Security.Claims;

namespace Webox.GraphQL.Engine.Tests.Types.Annotated;

internal static class Users
{
    public static ClaimsPrincipal SignedIn(params string[] roles) =>
        new(new ClaimsIdentity(roles.Select(role => new Claim(ClaimTypes.Role, role)), authenticationType: "test"));
}
