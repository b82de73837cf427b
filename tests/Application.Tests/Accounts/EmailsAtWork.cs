using System.Text.RegularExpressions;
using Webox.Application.Accounts;
using Webox.Application.Tests.Mail;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.Application.Tests.Accounts;

/// <summary>The account use cases that write and read mails.</summary>
internal sealed partial class EmailsAtWork(AccountsAtWork accounts, Postbox postbox) : IAsyncDisposable
{
    public AccountsAtWork Accounts { get; } = accounts;

    public Postbox Postbox { get; } = postbox;

    public TestWebox Webox => Accounts.Webox;

    public static async Task<EmailsAtWork> OpenAsync(DatabaseKind kind, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var (webox, postbox) = await Postbox.OpenAsync(kind, settings);
        return new(new AccountsAtWork(webox), postbox);
    }

    /// <summary>The token of the only new mail, which must be to this address.</summary>
    public async Task<string> TokenAsync(string to = "ada@example.com")
    {
        Postbox.Messages.Clear();
        await Webox.DeliverAsync();
        var mail = Postbox.Messages.Single();
        Assert.Equal(to, mail.To.Value);
        return Token().Match(mail.Text).Value;
    }

    /// <summary>Sends what is due to nobody's eyes.</summary>
    public async Task<List<string>> SubjectsAsync()
    {
        Postbox.Messages.Clear();
        await Webox.DeliverAsync();
        return [.. Postbox.Messages.Select(mail => $"{mail.To}: {mail.Subject}")];
    }

    public Task AskResetAsync(string email = "ada@example.com") =>
        Webox.RunAsync<RequestPasswordReset>(null, useCase => useCase.ExecuteAsync(email, default));

    public Task ResetAsync(string token, string password = "a better horse battery") =>
        Webox.RunAsync<ResetPassword>(null, useCase => useCase.ExecuteAsync(token, password, default));

    public Task VerifyAsync(string token) => Webox.RunAsync<VerifyEmail>(null, useCase => useCase.ExecuteAsync(token, default));

    public Task AskChangeAsync(Customer customer, string email, string password = AccountsAtWork.Password) =>
        Webox.RunAsync<RequestEmailChange>(customer, useCase => useCase.ExecuteAsync(email, password, default));

    public Task ConfirmChangeAsync(string token) => Webox.RunAsync<ConfirmEmailChange>(null, useCase => useCase.ExecuteAsync(token, default));

    public ValueTask DisposeAsync() => Accounts.DisposeAsync();

    [GeneratedRegex("[A-Za-z0-9_-]{64}")]
    private static partial Regex Token();
}
