using Webox.Domain.Accounts;

namespace Webox.Application.Accounts;

/// <summary>How often somebody may make us write to an address.</summary>
public interface IMailLimits
{
    /// <summary>Counts alike whether anybody has the address or not.</summary>
    /// <exception cref="TooManyAttemptsException">Too many mails to this address, or asked for by this client.</exception>
    void Count(string recipient);
}
