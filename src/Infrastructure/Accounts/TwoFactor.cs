using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// Kept among the account's tokens: the sealed key, the last step that a code was used of, and a keyed hash for each recovery code. One
/// conditional statement uses a code up, so of two who come with the same one, one succeeds.
/// </summary>
internal sealed class TwoFactor(WeboxDbContext db, IKeyRing keys, TimeProvider clock) : ITwoFactor
{
    private const string Authenticator = "authenticator";
    private const string Recovery = "recovery";
    private const string PendingKey = "pending-key";
    private const string Key = "key";
    private const string LastStep = "last-step";
    private const int RecoveryCodes = 10;

    private DbSet<IdentityUserToken<Guid>> Tokens => db.Set<IdentityUserToken<Guid>>();

    public async Task<TwoFactorSetup> BeginAsync(CustomerId customer, string email, CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(SealedKey.KeyBytes);
        await db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                await Tokens.Where(t => t.UserId == customer.Value && t.LoginProvider == Authenticator && t.Name == PendingKey).ExecuteDeleteAsync(cancellationToken);
                Add(customer, Authenticator, PendingKey, keys.Seal(customer, key));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
        var secret = Totp.ToBase32(key);
        return new(secret, $"otpauth://totp/Webox:{Uri.EscapeDataString(email)}?secret={secret}&issuer=Webox");
    }

    public async Task<IReadOnlyList<string>> ConfirmAsync(CustomerId customer, string code, CancellationToken cancellationToken)
    {
        if (await FindAsync(customer, PendingKey, cancellationToken) is not { } pending
            || Totp.FindStep(keys.Open(customer, pending), code.Trim(), clock.GetUtcNow()) is not { } step)
        {
            throw new InvalidTwoFactorCodeException();
        }

        await ForgetAsync(customer, cancellationToken);
        Add(customer, Authenticator, Key, pending);
        Add(customer, Authenticator, LastStep, Sortable(step));
        var codes = Enumerable.Range(0, RecoveryCodes).Select(_ => Totp.ToBase32(RandomNumberGenerator.GetBytes(10))).ToList();
        foreach (var recovery in codes)
        {
            Add(customer, Recovery, HashOf(recovery), "");
        }

        await db.SaveChangesAsync(cancellationToken);
        await SetEnabledAsync(customer, true, cancellationToken);
        return codes;
    }

    public async Task<bool> TryUseAsync(CustomerId customer, string code, CancellationToken cancellationToken)
    {
        var trimmed = code.Trim();
        if (trimmed.Length != 6)
        {
            var hash = HashOf(trimmed.ToUpperInvariant());
            return await Tokens.Where(t => t.UserId == customer.Value && t.LoginProvider == Recovery && t.Name == hash).ExecuteDeleteAsync(cancellationToken) == 1;
        }

        if (await FindAsync(customer, Key, cancellationToken) is not { } key || Totp.FindStep(keys.Open(customer, key), trimmed, clock.GetUtcNow()) is not { } step)
        {
            return false;
        }

        var (last, used) = (await FindAsync(customer, LastStep, cancellationToken), Sortable(step));
        return string.CompareOrdinal(last, used) < 0 && await Tokens
            .Where(t => t.UserId == customer.Value && t.LoginProvider == Authenticator && t.Name == LastStep && t.Value == last)
            .ExecuteUpdateAsync(set => set.SetProperty(t => t.Value, used), cancellationToken) == 1;
    }

    public async Task DisableAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        await ForgetAsync(customer, cancellationToken);
        await SetEnabledAsync(customer, false, cancellationToken);
    }

    private Task<string?> FindAsync(CustomerId customer, string name, CancellationToken cancellationToken) =>
        Tokens.Where(t => t.UserId == customer.Value && t.LoginProvider == Authenticator && t.Name == name).Select(t => t.Value).FirstOrDefaultAsync(cancellationToken);

    private void Add(CustomerId customer, string provider, string name, string value) =>
        Tokens.Add(new IdentityUserToken<Guid> { UserId = customer.Value, LoginProvider = provider, Name = name, Value = value });

    private Task<int> ForgetAsync(CustomerId customer, CancellationToken cancellationToken) =>
        Tokens.Where(t => t.UserId == customer.Value && (t.LoginProvider == Authenticator || t.LoginProvider == Recovery)).ExecuteDeleteAsync(cancellationToken);

    private Task<int> SetEnabledAsync(CustomerId customer, bool isEnabled, CancellationToken cancellationToken) =>
        db.Set<Account>().Where(a => a.Id == customer.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.TwoFactorEnabled, isEnabled), cancellationToken);

    // Keyed, because a code is short enough to be guessed from a plain hash.
    private string HashOf(string code) => Convert.ToHexStringLower(HMACSHA256.HashData(keys.DeriveKey("recovery-code"), Encoding.UTF8.GetBytes(code)));

    private static string Sortable(long step) => step.ToString("D12", CultureInfo.InvariantCulture);
}
