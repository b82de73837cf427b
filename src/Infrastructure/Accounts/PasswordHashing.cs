using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Cryptography.KeyDerivation;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Webox.Domain.Accounts;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// Hashes passwords with PBKDF2-HMAC-SHA512, 220,000 rounds: a fifth of a second of one core. So at most two at once and
/// sixteen waiting, lest sign-ins starve everything else.
/// https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#pbkdf2
/// </summary>
internal sealed class PasswordHashing : IDisposable
{
    private const int RoundsOfOwasp = 220_000;
    private const int SaltBytes = 16;
    private const int KeyBytes = 32;

    private static readonly Account Nobody = new();

    private readonly PasswordHasher<Account> _hasher;
    private readonly ConcurrencyLimiter _places = new(new ConcurrencyLimiterOptions { PermitLimit = 2, QueueLimit = 16 });
    private readonly string _nobodysHash;
    private readonly TimeProvider _time;
    private long _hashCount;

    /// <summary>How many passwords were hashed here, for tests and metrics: each costs the same.</summary>
    public long HashCount => Interlocked.Read(ref _hashCount);

    /// <param name="rounds">Fewer only where hundreds of tests sign in.</param>
    public PasswordHashing(TimeProvider time, int rounds = RoundsOfOwasp)
    {
        _time = time;
        _hasher = new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = rounds }));
        _nobodysHash = NobodysHash(rounds);
    }

    /// <exception cref="TooManyAttemptsException">Sixteen others are waiting.</exception>
    public Task<string> HashAsync(string password, CancellationToken cancellationToken) =>
        InTurnAsync(() => _hasher.HashPassword(Nobody, password), cancellationToken);

    /// <param name="hash">Null when there is no account: then the work is done all the same, and fails.</param>
    /// <exception cref="TooManyAttemptsException">Sixteen others are waiting.</exception>
    public async Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancellationToken)
    {
        var result = await InTurnAsync(() => _hasher.VerifyHashedPassword(Nobody, hash ?? _nobodysHash, password), cancellationToken);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }

    public void Dispose() => _places.Dispose();

    // As a hash looks, but of no password: https://github.com/dotnet/aspnetcore/blob/main/src/Identity/Extensions.Core/src/PasswordHasher.cs
    // Hashing a random password would hold up the start for as long as a sign-in takes.
    internal static string NobodysHash(int rounds = RoundsOfOwasp)
    {
        var hash = new byte[13 + SaltBytes + KeyBytes];
        hash[0] = 1;
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(1), (uint)KeyDerivationPrf.HMACSHA512);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(5), (uint)rounds);
        BinaryPrimitives.WriteUInt32BigEndian(hash.AsSpan(9), SaltBytes);
        RandomNumberGenerator.Fill(hash.AsSpan(13));
        return Convert.ToBase64String(hash);
    }

    private async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        using var place = await _places.AcquireAsync(1, cancellationToken);
        if (!place.IsAcquired)
        {
            throw new TooManyAttemptsException(_time.GetUtcNow().AddSeconds(5));
        }

        Interlocked.Increment(ref _hashCount);
        return await Task.Run(work, cancellationToken);
    }
}
