namespace Webox.Domain.Orders;

/// <summary>Why an unpaid order waits no longer.</summary>
public enum OrderClosure
{
    None,
    Canceled,
    Expired,
}
