using Webox.Domain.Accounts;

namespace Webox.Application.Promotions;

/// <summary>Keeps whoever asks from finding codes by trying. Codes that exist do not count.</summary>
public interface IPromoCodeGuesses
{
    /// <exception cref="TooManyAttemptsException">Too many wrong codes came from there; the next must not even be looked up.</exception>
    void Check();

    /// <summary>A code that does not exist.</summary>
    void Count();
}
