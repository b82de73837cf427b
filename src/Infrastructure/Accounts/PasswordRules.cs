using Webox.Domain;
using Webox.Domain.Accounts;

namespace Webox.Infrastructure.Accounts;

/// <summary>
/// What a password must be: 8 to 128 characters, and none that is tried first. No rule on kinds of characters: they make
/// passwords worse. https://pages.nist.gov/800-63-4/sp800-63b.html#passwordver
/// </summary>
internal static class PasswordRules
{
    public const int LengthMin = 8;

    public const int LengthMax = 128;

    private static readonly HashSet<string> Commonest = ReadCommonest();

    /// <exception cref="WeakPasswordException">It breaks a rule.</exception>
    public static void Check(string password, EmailAddress email)
    {
        if (password.Length is < LengthMin or > LengthMax)
        {
            throw new WeakPasswordException($"Le mot de passe doit compter de {LengthMin} à {LengthMax} caractères.");
        }

        if (Commonest.Contains(password) || password.Equals(email.Value, StringComparison.OrdinalIgnoreCase) || password.Distinct().Count() < 3)
        {
            throw new WeakPasswordException("Ce mot de passe est trop courant : choisissez-en un que personne ne devinerait.");
        }
    }

    private static HashSet<string> ReadCommonest()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("CommonPasswords.txt")!;
        using var reader = new StreamReader(stream);
        return new HashSet<string>(reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), StringComparer.OrdinalIgnoreCase);
    }
}
