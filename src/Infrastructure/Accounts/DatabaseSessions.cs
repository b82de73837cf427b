using Microsoft.EntityFrameworkCore;
using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Auditing;
using Webox.Domain.Customers;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

/// <summary>Sessions as rows. Every change of one is a single conditional statement, so it does not matter who else tries.</summary>
internal sealed class DatabaseSessions(WeboxDbContext db, IAccounts accounts, IAccessTokens accessTokens, IKeyRing keys, TimeProvider time) : ISessions
{
    public static readonly TimeSpan IdleMax = TimeSpan.FromDays(7);

    public static readonly TimeSpan LifetimeMax = TimeSpan.FromDays(30);

    /// <summary>A double click, or an answer that got lost, is no theft.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    public async Task<Session> StartAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var access = await IssueAccessAsync(customer, cancellationToken) ?? throw new InvalidCredentialsException();
        var now = time.GetUtcNow();
        var token = RefreshToken.Create(Guid.CreateVersion7(now));
        db.Add(new AccountSession
        {
            Id = token.SessionId,
            CustomerId = customer,
            TokenHash = token.Hash,
            RefreshedAt = now,
            IdleUntil = now + IdleMax,
            EndsAt = now + LifetimeMax,
        });
        db.AuditEntries.Add(AuditEntry.Of(customer, "session.started", customer.Value.ToString(), now));
        await db.SaveChangesAsync(cancellationToken);
        await Sessions.Where(s => s.IdleUntil < now || s.EndsAt < now).ExecuteDeleteAsync(cancellationToken);
        return new Session(access.Value, access.ExpiresAt, token.ToString());
    }

    public async Task<Session> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        var token = RefreshToken.Parse(refreshToken) ?? throw new InvalidCredentialsException();
        var customer = await Sessions.Where(s => s.Id == token.SessionId).Select(s => (CustomerId?)s.CustomerId).FirstOrDefaultAsync(cancellationToken)
            ?? throw new InvalidCredentialsException();
        var successor = token.Successor(keys.DeriveKey("refresh-token"));
        var access = await IssueAccessAsync(customer, cancellationToken);
        if (access is null || !await RotateAsync(token, successor, cancellationToken))
        {
            await Sessions.Where(s => s.Id == token.SessionId).ExecuteDeleteAsync(cancellationToken);
            throw new InvalidCredentialsException();
        }

        return new Session(access.Value, access.ExpiresAt, successor.ToString());
    }

    public async Task<bool> EndAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (RefreshToken.Parse(refreshToken) is not { } token)
        {
            return false;
        }

        // The one before counts, too: whoever signs out while a refresh is under way means to leave.
        return await Sessions
            .Where(s => s.Id == token.SessionId && (s.TokenHash == token.Hash || s.PreviousTokenHash == token.Hash))
            .ExecuteDeleteAsync(cancellationToken) == 1;
    }

    public Task EndAllAsync(CustomerId customer, CancellationToken cancellationToken) =>
        Sessions.Where(s => s.CustomerId == customer).ExecuteDeleteAsync(cancellationToken);

    public async Task<IReadOnlyList<SessionTimes>> ListAsync(CustomerId customer, CancellationToken cancellationToken) =>
        [.. from s in await Sessions.AsNoTracking().Where(s => s.CustomerId == customer).ToListAsync(cancellationToken)
            orderby s.EndsAt
            select new SessionTimes(s.EndsAt - LifetimeMax, s.RefreshedAt, s.EndsAt)];

    private IQueryable<AccountSession> Sessions => db.Set<AccountSession>();

    /// <returns>False when the token had expired, or was used before and not just now.</returns>
    private async Task<bool> RotateAsync(RefreshToken token, RefreshToken successor, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        byte[] hash = token.Hash, successorHash = successor.Hash;
        var rotated = await Sessions
            .Where(s => s.Id == token.SessionId && s.TokenHash == hash && s.IdleUntil > now && s.EndsAt > now)
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(s => s.PreviousTokenHash, hash)
                    .SetProperty(s => s.TokenHash, successorHash)
                    .SetProperty(s => s.RefreshedAt, now)
                    .SetProperty(s => s.IdleUntil, now + IdleMax),
                cancellationToken);
        return rotated == 1 || await Sessions.AnyAsync(
            s => s.Id == token.SessionId && s.PreviousTokenHash == hash && s.TokenHash == successorHash && s.RefreshedAt >= now - Grace && s.EndsAt > now,
            cancellationToken);
    }

    /// <summary>With the role that the customer has now. Null when the account is banned or gone.</summary>
    private async Task<AccessToken?> IssueAccessAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var role = await db.Customers.Where(c => c.Id == customer).Select(c => (Role?)c.Role).FirstOrDefaultAsync(cancellationToken);
        var state = await accounts.FindStateAsync(customer, cancellationToken);
        return role is { } known && state is { IsBanned: false } ? accessTokens.Issue(customer, known) : null;
    }
}
