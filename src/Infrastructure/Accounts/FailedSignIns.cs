using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// Counts failed sign-ins by e-mail address and network, in the database so that every node counts alike. Five failures close
/// that door for 1, then 2, 4, 8 and at most 15 minutes; from any other network the customer still gets in, so nobody can
/// lock out someone else. Unknown addresses are counted alike, so counting tells nothing.
/// </summary>
internal sealed class FailedSignIns(IDbContextFactory<WeboxDbContext> contexts, IClientAddress client, TimeProvider time)
{
    private const int FreeFailures = 5;

    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromDays(1);

    /// <summary>
    /// Counts an attempt as failed before its password is looked at, in one conditional UPDATE: a burst of parallel guesses
    /// gets no more of them than a slow one.
    /// </summary>
    /// <exception cref="TooManyAttemptsException">The door is closed, and the attempt was not counted.</exception>
    public async Task BeginAsync(string email, CancellationToken cancellationToken)
    {
        var key = KeyOf(email);
        var now = time.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<FailedSignIn>().Where(f => f.LastAt < now - ForgottenAfter).ExecuteDeleteAsync(cancellationToken);
        while (!await CountAsync(db, key, now, cancellationToken) && !await TryAddAsync(db, key, now, cancellationToken))
        {
            // Closed; or another attempt was inserted, or forgotten, between these looks: then they are made again.
            var retryAt = await db.Set<FailedSignIn>().Where(f => f.Key == key).Select(f => f.RetryAt).FirstOrDefaultAsync(cancellationToken);
            if (retryAt is { } closed && closed > now)
            {
                throw new TooManyAttemptsException(closed);
            }
        }
    }

    /// <summary>Whether the attempts so far have closed the door.</summary>
    public async Task<bool> IsClosedAsync(string email, CancellationToken cancellationToken)
    {
        var (key, now) = (KeyOf(email), time.GetUtcNow());
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Set<FailedSignIn>().AnyAsync(f => f.Key == key && f.RetryAt > now, cancellationToken);
    }

    /// <summary>The password was right: what was counted is forgotten.</summary>
    public async Task ForgetAsync(string email, CancellationToken cancellationToken)
    {
        var key = KeyOf(email);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Set<FailedSignIn>().Where(f => f.Key == key).ExecuteDeleteAsync(cancellationToken);
    }

    private static async Task<bool> CountAsync(WeboxDbContext db, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        DateTimeOffset? one = now.AddMinutes(1), two = now.AddMinutes(2), four = now.AddMinutes(4), eight = now.AddMinutes(8), most = now.AddMinutes(15);
        return await db.Set<FailedSignIn>()
            .Where(f => f.Key == key && (f.RetryAt == null || f.RetryAt <= now))
            .ExecuteUpdateAsync(
                set => set
                    .SetProperty(f => f.Count, f => f.Count + 1)
                    .SetProperty(f => f.LastAt, now)
                    .SetProperty(f => f.RetryAt, f =>
                        f.Count < FreeFailures - 1 ? null
                        : f.Count == FreeFailures - 1 ? one
                        : f.Count == FreeFailures ? two
                        : f.Count == FreeFailures + 1 ? four
                        : f.Count == FreeFailures + 2 ? eight
                        : most),
                cancellationToken) == 1;
    }

    private static async Task<bool> TryAddAsync(WeboxDbContext db, string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Set<FailedSignIn>().AnyAsync(f => f.Key == key, cancellationToken))
        {
            return false;
        }

        var first = db.Add(new FailedSignIn { Key = key, Count = 1, LastAt = now });
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException)
        {
            first.State = EntityState.Detached;
            return false;
        }
    }

    // A hash, so that what people type into the e-mail field is not collected.
    private string KeyOf(string email) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{email.Trim().ToUpperInvariant()}\n{client.Network}")));
}

/// <summary>Failures of one e-mail address from one network.</summary>
internal sealed class FailedSignIn
{
    /// <summary>SHA-256 of both, in hexadecimal.</summary>
    public required string Key { get; init; }

    public required int Count { get; init; }

    public required DateTimeOffset LastAt { get; init; }

    /// <summary>Null while the door is open.</summary>
    public DateTimeOffset? RetryAt { get; init; }
}

internal sealed class FailedSignInConfiguration : IEntityTypeConfiguration<FailedSignIn>
{
    public void Configure(EntityTypeBuilder<FailedSignIn> failure)
    {
        failure.ToTable("failed_sign_ins");
        failure.HasKey(f => f.Key);
        failure.Property(f => f.Key).HasMaxLength(64);
        failure.HasIndex(f => f.LastAt);
    }
}
