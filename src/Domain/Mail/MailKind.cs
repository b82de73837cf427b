namespace Webox.Domain.Mail;

/// <summary>What a mail is about. The text is made when it is sent.</summary>
public enum MailKind
{
    /// <summary>Asks to show that the address is read.</summary>
    VerifyEmail,

    /// <summary>Lets whoever reads it set a new password.</summary>
    ResetPassword,

    /// <summary>Asks, at the new address, to take it.</summary>
    ConfirmNewEmail,

    /// <summary>Tells the old address that it was left.</summary>
    EmailChanged,

    PasswordChanged,

    TwoFactorChanged,

    /// <summary>Tells the address that its account is gone.</summary>
    AccountDeleted,

    /// <summary>The order is paid: what was bought, and where its invoice is.</summary>
    OrderPaid,
}
