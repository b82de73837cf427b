using Webox.Application.Accounts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Accounts;

public sealed record RegisterPayload(Session? Session, Customer? Viewer);

public sealed record SignInPayload(Session? Session, Customer? Viewer);
