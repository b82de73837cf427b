using Webox.Domain.Payments;

namespace Webox.Application.Payments;

/// <summary>Plays the provider's part, for payments of the sandbox.</summary>
public interface ISandboxPayments
{
    /// <summary>What can happen to a payment now.</summary>
    IReadOnlyList<SandboxOutcome> OutcomesOf(Payment payment);

    /// <summary>The message a provider would send. The same outcome of the same payment is the same message.</summary>
    ProviderMessage Play(Payment payment, SandboxOutcome outcome);
}

/// <summary>What a customer of the sandbox may play: everything that a real provider can come up with.</summary>
public enum SandboxOutcome
{
    /// <summary>The whole amount is taken.</summary>
    Succeed,

    /// <summary>Declined for lack of money; another attempt is a payment of its own.</summary>
    Decline,
    Cancel,

    /// <summary>The provider works on it, for days perhaps. Play what comes of it next.</summary>
    Process,

    /// <summary>The amount is set aside; `capturePayment` takes it.</summary>
    Authorize,

    /// <summary>Declined: the card is too old.</summary>
    DeclineExpiredCard,

    /// <summary>Declined: a number or code was wrong.</summary>
    DeclineIncorrectDetails,

    /// <summary>Declined: fraud is suspected.</summary>
    DeclineSuspectedFraud,

    /// <summary>One minor unit too few is taken: the order goes under review.</summary>
    SucceedWithWrongAmount,

    /// <summary>After it was canceled, by the customer or with its order: the money comes all the same.</summary>
    SucceedLate,

    /// <summary>After it succeeded: given back at the provider, past Webox.</summary>
    RefundAtProvider,

    /// <summary>After it succeeded: the customer contests it; the order goes under review.</summary>
    Dispute,

    /// <summary>After a dispute: the shop keeps the money.</summary>
    WinDispute,

    /// <summary>After a dispute: the bank takes the money back.</summary>
    LoseDispute,
}
