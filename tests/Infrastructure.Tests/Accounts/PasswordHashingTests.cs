using System.Buffers.Binary;
using Microsoft.AspNetCore.Identity;
using Webox.Domain.Accounts;
using Webox.Infrastructure.Accounts;
using Webox.TestSupport;

namespace Webox.Infrastructure.Tests.Accounts;

public sealed class PasswordHashingTests
{
    [Fact]
    public async Task A_hash_names_sha512_and_220_000_rounds()
    {
        using var hashing = new PasswordHashing(new ManualClock());

        var hash = Convert.FromBase64String(await hashing.HashAsync("correct horse", CancellationToken.None));

        // Identity's format 3: marker, PRF (2 = HMAC-SHA512), rounds, salt length, salt, key.
        Assert.Equal((1, 2u, 220_000u), (hash[0], BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)), BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5))));
    }

    [Fact]
    public async Task Without_an_account_the_work_is_done_and_fails()
    {
        using var hashing = new PasswordHashing(new ManualClock());

        Assert.Equal(PasswordVerificationResult.Failed, await hashing.VerifyAsync(null, "correct horse", CancellationToken.None));
    }

    [Fact]
    public async Task What_is_compared_with_then_has_the_form_and_the_rounds_of_any_other_and_is_new_every_time()
    {
        using var hashing = new PasswordHashing(new ManualClock());
        var real = Convert.FromBase64String(await hashing.HashAsync("correct horse", CancellationToken.None));

        var nobodys = Convert.FromBase64String(PasswordHashing.NobodysHash());

        Assert.Equal(real.Length, nobodys.Length);
        Assert.Equal(real[..13], nobodys[..13]);
        Assert.NotEqual(nobodys, Convert.FromBase64String(PasswordHashing.NobodysHash()));
    }

    [Fact]
    public async Task Two_hash_at_once_sixteen_wait_and_the_rest_is_sent_away()
    {
        using var hashing = new PasswordHashing(new ManualClock());
        using var cancel = new CancellationTokenSource();

        var calls = Enumerable.Range(0, 40).Select(_ => hashing.HashAsync("correct horse", cancel.Token)).ToList();
        await cancel.CancelAsync();
        var answers = await Task.WhenAll(calls.Select(call => Record.ExceptionAsync(() => call)));

        // All forty ask before the first hash, which takes long, is done.
        Assert.Equal(22, answers.Count(answer => answer is TooManyAttemptsException));
    }
}
