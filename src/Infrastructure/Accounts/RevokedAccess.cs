using System.Collections.Concurrent;
using System.Security.Claims;
using Webox.Application.Accounts;
using Webox.Domain.Customers;

namespace Webox.Infrastructure.Accounts;

/// <summary>What this node knows of tokens that were taken back: a copy of the few rows, so that reading a token asks no database.</summary>
internal sealed class RevokedAccess : IAccessWatch
{
    /// <summary>The longest that a token counts, with a clock that is late.</summary>
    public static readonly TimeSpan Remembered = JwtAccessTokens.Lifetime + TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<Watcher, bool> _watchers = new();
    private volatile IReadOnlyDictionary<CustomerId, DateTimeOffset> _issuedUntil = new Dictionary<CustomerId, DateTimeOffset>();

    public bool Contains(AccessGrant grant) => _issuedUntil.TryGetValue(grant.Customer, out var until) && grant.IssuedAt <= until;

    /// <summary>Knows these from now on, and no others; and tells whoever came with one of them.</summary>
    /// <param name="issuedUntil">The moment up to which each customer's tokens count no more.</param>
    public void Replace(IReadOnlyDictionary<CustomerId, DateTimeOffset> issuedUntil)
    {
        _issuedUntil = issuedUntil;
        if (issuedUntil.Count > 0)
        {
            foreach (var watcher in _watchers.Keys)
            {
                watcher.Look();
            }
        }
    }

    public IDisposable Watch(ClaimsPrincipal user, Action revoked)
    {
        var watcher = new Watcher(this, AccessGrant.Find(user), revoked);
        _watchers[watcher] = true;

        // Looked at after it is registered, so that what comes between the two is not missed.
        watcher.Look();
        return watcher;
    }

    private sealed class Watcher(RevokedAccess all, AccessGrant? grant, Action revoked) : IDisposable
    {
        private int _told;

        public void Look()
        {
            if (grant is { } own && all.Contains(own) && Interlocked.Exchange(ref _told, 1) == 0)
            {
                revoked();
            }
        }

        public void Dispose() => all._watchers.TryRemove(this, out _);
    }
}
