namespace Webox.GraphQL.Customers;

[ExtendObjectType<CustomerAccount>(IgnoreProperties = [nameof(CustomerAccount.CustomerId)])]
public static class CustomerAccountType
{
    /// <summary>Opaque and stable. Do not parse it.</summary>
    [ID<CustomerAccount>]
    public static Guid GetId([Parent] CustomerAccount account) => account.CustomerId.Value;

    /// <summary>Whether they have shown to read mail at this address.</summary>
    public static async Task<bool> GetEmailVerifiedAsync(
        [Parent] CustomerAccount account, AccountStateDataLoader states, CancellationToken cancellationToken) =>
        await states.LoadAsync(account.CustomerId, cancellationToken) is { IsEmailVerified: true };

    /// <summary>Whether signing in needs a code, too.</summary>
    public static async Task<bool> GetTwoFactorEnabledAsync(
        [Parent] CustomerAccount account, AccountStateDataLoader states, CancellationToken cancellationToken) =>
        await states.LoadAsync(account.CustomerId, cancellationToken) is { IsTwoFactorEnabled: true };

    /// <summary>Whether staff locked it: it cannot sign in.</summary>
    public static async Task<bool> GetLockedAsync(
        [Parent] CustomerAccount account, AccountStateDataLoader states, CancellationToken cancellationToken) =>
        await states.LoadAsync(account.CustomerId, cancellationToken) is { IsBanned: true };

    /// <summary>Orders they placed, whatever became of them.</summary>
    public static async Task<int> GetOrderCountAsync(
        [Parent] CustomerAccount account, OrderCountDataLoader counts, CancellationToken cancellationToken) =>
        (await counts.LoadAsync(account.CustomerId, cancellationToken))?.Value ?? 0;

    /// <summary>Credits they can spend now.</summary>
    public static async Task<int> GetCreditBalanceAsync(
        [Parent] CustomerAccount account, CreditAccountDataLoader credits, CancellationToken cancellationToken) =>
        (await credits.LoadAsync(account.CustomerId, cancellationToken))?.Available ?? 0;
}
