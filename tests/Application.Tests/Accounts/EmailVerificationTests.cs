using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

public sealed class EmailVerificationTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Registering_writes_a_mail_whose_link_verifies_the_address_once(DatabaseKind kind)
    {
        await using var emails = await EmailsAtWork.OpenAsync(kind, new Dictionary<string, string?> { ["WEBOX_SHOP_URL"] = "https://shop.example" });
        var ada = (await emails.Accounts.RegisterAsync()).Customer;
        Assert.False(await IsVerifiedAsync(emails, ada));

        var token = await emails.TokenAsync();
        Assert.Contains($"https://shop.example/verify-email#token={token}\n", emails.Postbox.Messages.Single().Text, StringComparison.Ordinal);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Record.ExceptionAsync(() => emails.VerifyAsync(token))));

        Assert.Equal(1, answers.Count(refusal => refusal is null));
        Assert.Equal(3, answers.Count(refusal => refusal is InvalidEmailTokenException));
        Assert.True(await IsVerifiedAsync(emails, ada));
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("not base64url at all !!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public async Task A_token_that_is_not_ours_is_refused(string token)
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var ada = (await emails.Accounts.RegisterAsync()).Customer;

        await Assert.ThrowsAsync<InvalidEmailTokenException>(() => emails.VerifyAsync(token));

        Assert.False(await IsVerifiedAsync(emails, ada));
    }

    [Fact]
    public async Task A_token_serves_its_purpose_only_and_expires()
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var ada = (await emails.Accounts.RegisterAsync()).Customer;
        var token = await emails.TokenAsync();

        await Assert.ThrowsAsync<InvalidEmailTokenException>(() => emails.ResetAsync(token));
        await Assert.ThrowsAsync<InvalidEmailTokenException>(() => emails.ConfirmChangeAsync(token));
        emails.Webox.Clock.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<InvalidEmailTokenException>(() => emails.VerifyAsync(token));

        Assert.False(await IsVerifiedAsync(emails, ada));
    }

    [Fact]
    public async Task It_can_be_asked_for_again_until_the_address_is_verified()
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);
        var ada = (await emails.Accounts.RegisterAsync()).Customer;
        await emails.SubjectsAsync();

        Assert.True(await AskAsync());
        await emails.VerifyAsync(await emails.TokenAsync());
        Assert.False(await AskAsync());

        Assert.Empty(await emails.SubjectsAsync());

        Task<bool> AskAsync() => emails.Webox.RunAsync<RequestEmailVerification, bool>(ada, useCase => useCase.ExecuteAsync(default));
    }

    [Fact]
    public async Task Mails_are_in_the_language_of_the_customer()
    {
        await using var emails = await EmailsAtWork.OpenAsync(DatabaseKind.Sqlite);

        await emails.Webox.RunAsync<RegisterCustomer, SignedIn>(
            null, useCase => useCase.ExecuteAsync("ada@example.com", "Ada", AccountsAtWork.Password, null, Language.En, default));

        Assert.Equal(["ada@example.com: Confirm your e-mail address"], await emails.SubjectsAsync());
    }

    private static async Task<bool> IsVerifiedAsync(EmailsAtWork emails, Customer customer)
    {
        await using var scope = emails.Webox.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IAccounts>().FindStateAsync(customer.Id, default))!.IsEmailVerified;
    }
}
