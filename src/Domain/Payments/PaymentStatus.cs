namespace Webox.Domain.Payments;

public enum PaymentStatus
{
    /// <summary>The customer must do something.</summary>
    RequiresAction,

    /// <summary>The provider works on it, or has not answered yet.</summary>
    Processing,

    /// <summary>The customer agreed; the money is not taken yet.</summary>
    RequiresCapture,
    Succeeded,
    Declined,
    Canceled,
}

/// <summary>Why a provider declined.</summary>
public enum DeclineReason
{
    InsufficientFunds,
    ExpiredCard,
    IncorrectDetails,
    SuspectedFraud,
    Other,
}
