using Webox.Domain.Customers;
using Webox.Domain.Mail;

namespace Webox.Application.Mail;

/// <summary>What mails about accounts say.</summary>
internal static class MailTexts
{
    /// <param name="name">Null: it was forgotten.</param>
    /// <param name="action">The link to follow, or the code to copy. Null: there is nothing to do.</param>
    public static (string Subject, string Text) Of(MailKind kind, Language language, string? name, string? action) => language switch
    {
        Language.En => (English(kind).Subject, Letter(Greeting("Hello", name), English(kind).Text, action, "The shop")),
        _ => (French(kind).Subject, Letter(Greeting("Bonjour", name), French(kind).Text, action, "La boutique")),
    };

    private static string Greeting(string word, string? name) => name is null ? $"{word}," : $"{word} {name},";

    private static string Letter(string greeting, string text, string? action, string signature) =>
        action is null ? $"{greeting}\n\n{text}\n\n{signature}\n" : $"{greeting}\n\n{text}\n\n{action}\n\n{signature}\n";

    private static (string Subject, string Text) French(MailKind kind) => kind switch
    {
        MailKind.VerifyEmail => (
            "Confirmez votre adresse e-mail",
            "Merci de votre inscription. Confirmez votre adresse avec ce lien ou ce code, valable un jour.\nSi vous ne vous êtes pas inscrit, ignorez ce message."),
        MailKind.ResetPassword => (
            "Choisissez un nouveau mot de passe",
            "Quelqu'un, sans doute vous, a demandé un nouveau mot de passe. Choisissez-le avec ce lien ou ce code, valable une heure.\nSinon, ignorez ce message : votre mot de passe reste le même."),
        MailKind.ConfirmNewEmail => (
            "Confirmez votre nouvelle adresse e-mail",
            "Vous avez demandé à utiliser cette adresse. Confirmez-la avec ce lien ou ce code, valable un jour.\nSinon, ignorez ce message."),
        MailKind.EmailChanged => (
            "Votre adresse e-mail a changé",
            "Votre compte utilise désormais une autre adresse. Si ce n'était pas vous, répondez-nous sans attendre."),
        MailKind.PasswordChanged => (
            "Votre mot de passe a changé",
            "Votre mot de passe vient d'être changé et vos sessions sont fermées. Si ce n'était pas vous, choisissez-en un nouveau sans attendre."),
        MailKind.TwoFactorChanged => (
            "La connexion en deux étapes a changé",
            "La connexion en deux étapes de votre compte vient d'être activée ou désactivée. Si ce n'était pas vous, changez votre mot de passe sans attendre."),
        MailKind.AccountDeleted => (
            "Votre compte est supprimé",
            "Votre compte et vos données personnelles sont supprimés. Vos commandes et factures sont conservées, comme la loi l'exige.\nSi ce n'était pas vous, répondez-nous sans attendre."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This mail has a text of its own."),
    };

    private static (string Subject, string Text) English(MailKind kind) => kind switch
    {
        MailKind.VerifyEmail => (
            "Confirm your e-mail address",
            "Thank you for registering. Confirm your address with this link or code, valid for a day.\nIf you did not register, ignore this message."),
        MailKind.ResetPassword => (
            "Choose a new password",
            "Someone, probably you, asked for a new password. Choose it with this link or code, valid for an hour.\nOtherwise ignore this message: your password stays as it is."),
        MailKind.ConfirmNewEmail => (
            "Confirm your new e-mail address",
            "You asked to use this address. Confirm it with this link or code, valid for a day.\nOtherwise ignore this message."),
        MailKind.EmailChanged => (
            "Your e-mail address has changed",
            "Your account now uses another address. If this was not you, answer us without delay."),
        MailKind.PasswordChanged => (
            "Your password has changed",
            "Your password has just been changed and your sessions are closed. If this was not you, choose a new one without delay."),
        MailKind.TwoFactorChanged => (
            "Two-step sign-in has changed",
            "Two-step sign-in of your account has just been switched on or off. If this was not you, change your password without delay."),
        MailKind.AccountDeleted => (
            "Your account is deleted",
            "Your account and your personal data are deleted. Your orders and invoices are kept, as the law asks.\nIf this was not you, answer us without delay."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This mail has a text of its own."),
    };
}
