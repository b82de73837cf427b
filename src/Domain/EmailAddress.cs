using System.Text.RegularExpressions;

namespace Webox.Domain;

/// <summary>
/// An e-mail address of the form that browsers accept, with a dot in its domain.
/// https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address
/// </summary>
public sealed partial record EmailAddress
{
    /// <summary>RFC 5321, section 4.5.3.1: a path of 256 characters, without its angle brackets.</summary>
    public const int LengthMax = 254;

    private EmailAddress(string value) => Value = value;

    /// <summary>As it was written, without spaces around it.</summary>
    public string Value { get; }

    /// <summary>The form in which two spellings of one address are equal.</summary>
    public string Normalized => Value.ToUpperInvariant();

    /// <exception cref="InvalidEmailException">It is no e-mail address.</exception>
    public static EmailAddress Parse(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= LengthMax && Form().IsMatch(trimmed)
            ? new EmailAddress(trimmed)
            : throw new InvalidEmailException(text);
    }

    public override string ToString() => Value;

    [GeneratedRegex(
        @"^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}

/// <summary>The text is no e-mail address.</summary>
public sealed class InvalidEmailException(string email) : DomainException("Cette adresse e-mail n'est pas valide.")
{
    /// <summary>As it was given.</summary>
    public string Email { get; } = email;
}
