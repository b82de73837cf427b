using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.Application.Accounts;

/// <summary>
/// Tokens that mails carry: the id of the mail (16 bytes) and 32 bytes that only this installation can derive from it, in base64url.
/// A repeated mail carries the same one; the database holds its hash alone and gives nobody a way in.
/// </summary>
public sealed class EmailTokens(IWeboxDb db, IKeyRing keys, TimeProvider clock)
{
    private const int IdBytes = 16;
    private const int TokenBytes = IdBytes + HMACSHA256.HashSizeInBytes;

    private readonly byte[] _key = keys.DeriveKey("email-token");

    public static TimeSpan LifetimeOf(EmailTokenPurpose purpose) => purpose switch
    {
        EmailTokenPurpose.ResetPassword => TimeSpan.FromHours(1),
        _ => TimeSpan.FromDays(1),
    };

    /// <summary>The token of a mail. It counts from the first time this is called for the mail.</summary>
    public async Task<string> IssueAsync(Guid mail, CustomerId customer, EmailTokenPurpose purpose, string email, CancellationToken cancellationToken)
    {
        var token = TokenOf(mail);
        await db.InTransactionOrAfterRivalAsync(
            async () =>
            {
                if (!await db.EmailTokens.AnyAsync(issued => issued.Id == mail, cancellationToken))
                {
                    db.EmailTokens.Add(new EmailToken
                    {
                        Id = mail,
                        CustomerId = customer,
                        Purpose = purpose,
                        Email = email,
                        Hash = SHA256.HashData(token),
                        ExpiresAt = clock.GetUtcNow() + LifetimeOf(purpose),
                    });
                    await db.SaveChangesAsync(cancellationToken);
                }

                return true;
            },
            cancellationToken);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>What a token stands for, used or not. Null when it is not ours, of another purpose, used or expired.</summary>
    public async Task<EmailToken?> FindAsync(string token, EmailTokenPurpose purpose, CancellationToken cancellationToken)
    {
        var bytes = new byte[TokenBytes];
        if (token.Length != Base64Url.GetEncodedLength(TokenBytes) || !Base64Url.IsValid(token) || Base64Url.DecodeFromChars(token, bytes) != TokenBytes)
        {
            return null;
        }

        var (hash, now) = (SHA256.HashData(bytes), clock.GetUtcNow());
        return await db.EmailTokens.AsNoTracking().FirstOrDefaultAsync(
            issued => issued.Hash == hash && issued.Purpose == purpose && issued.UsedAt == null && issued.ExpiresAt > now, cancellationToken);
    }

    /// <summary>Uses the token up, and every other of its purpose: of two who come at once, one succeeds.</summary>
    /// <exception cref="InvalidEmailTokenException">It was used meanwhile.</exception>
    public async Task UseAsync(EmailToken token, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        var used = await db.EmailTokens.Where(issued => issued.Id == token.Id && issued.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(issued => issued.UsedAt, now), cancellationToken);
        if (used == 0)
        {
            throw new InvalidEmailTokenException();
        }

        await RevokeAsync(token.CustomerId, token.Purpose, cancellationToken);
    }

    /// <summary>Makes every token of that purpose worthless.</summary>
    public Task RevokeAsync(CustomerId customer, EmailTokenPurpose purpose, CancellationToken cancellationToken)
    {
        DateTimeOffset? now = clock.GetUtcNow();
        return db.EmailTokens.Where(issued => issued.CustomerId == customer && issued.Purpose == purpose && issued.UsedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(issued => issued.UsedAt, now), cancellationToken);
    }

    private byte[] TokenOf(Guid mail) => [.. mail.ToByteArray(), .. HMACSHA256.HashData(_key, mail.ToByteArray())];
}
