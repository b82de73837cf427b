namespace Webox.Application.Accounts;

/// <summary>Where the request comes from. Implemented by the host from the connection, never from a header.</summary>
public interface IClientAddress
{
    /// <summary>The address itself: <c>203.0.113.7</c>.</summary>
    string Address { get; }

    /// <summary>The network that is likely one person's or one office's: <c>203.0.113.0/24</c>, <c>2001:db8::/64</c>.</summary>
    string Network { get; }
}
