using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Webox.Domain;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// Writes into the audit trail that signing in to an account was refused, and that its door closed: each at most once a minute an account,
/// so that whoever guesses does not fill the disk. The statements are the same whether there is an account or not, so their time tells
/// nothing.
/// </summary>
internal sealed class RefusedSignIns(IDbContextFactory<WeboxDbContext> contexts, TimeProvider clock)
{
    /// <param name="closed">Whether this failure closed the door.</param>
    public async Task NoteAsync(string email, bool closed, CancellationToken cancellationToken)
    {
        if (email.Length > EmailAddress.LengthMax)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await AddAsync(db, email, "session.refused", cancellationToken);
        if (closed)
        {
            await AddAsync(db, email, "lockout.begun", cancellationToken);
        }
    }

    private Task<int> AddAsync(WeboxDbContext db, string email, string action, CancellationToken cancellationToken)
    {
        var (address, now) = (email.Trim().ToUpperInvariant(), clock.GetUtcNow());
        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO audit_entries (id, at, action, subject)
            SELECT {IdOfMinute(address, action, now)}, {now.UtcDateTime}, {action}, lower(CAST(a.id AS text))
            FROM accounts a WHERE a.normalized_email = {address}
            ON CONFLICT DO NOTHING
            """,
            cancellationToken);
    }

    /// <summary>The same all minute long, so that the second entry meets the first; sorts among the others by its time.</summary>
    private static Guid IdOfMinute(string address, string action, DateTimeOffset now)
    {
        var minute = now.ToUnixTimeMilliseconds() / 60_000 * 60_000;
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{address}\n{action}\n{minute}"), bytes);

        // https://www.rfc-editor.org/rfc/rfc9562#section-5.7: 48 bits of time, then the version, and the variant in byte 8.
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, minute);
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes[..16], bigEndian: true);
    }
}
