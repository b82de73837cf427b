using Webox.Application;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Security;

/// <summary>Who is asking, from the access token of the request or of its WebSocket.</summary>
internal sealed class CurrentCustomer(IHttpContextAccessor http) : ICurrentCustomer
{
    public CustomerId? Id =>
        http.HttpContext?.User.Identity is { IsAuthenticated: true, Name: { } name } && Guid.TryParse(name, out var id) ? new CustomerId(id) : null;

    public Role Role => Enum.GetValues<Role>().FirstOrDefault(role => http.HttpContext?.User.IsInRole(role.ToString()) == true);
}
