using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Accounts;

[MutationType]
public static class ProfileMutations
{
    /// <summary>Changes one's name and language. Fields left out stay as they are.</summary>
    [Authorize]
    [Error<InvalidNameException>]
    [UseMutationConvention(PayloadFieldName = "viewer")]
    public static Task<Customer> UpdateProfileAsync(string? name, Language? language, UpdateProfile updateProfile, CancellationToken cancellationToken) =>
        updateProfile.ExecuteAsync(name, language, cancellationToken);
}
