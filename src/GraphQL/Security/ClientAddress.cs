using System.Net;
using Webox.Application.Accounts;

namespace Webox.GraphQL.Security;

/// <summary>The peer of the connection. Forwarded headers are not read: anybody can write them.</summary>
internal sealed class ClientAddress(IHttpContextAccessor http) : IClientAddress
{
    public string Address => Peer?.ToString() ?? "local";

    public string Network => Peer is { } peer ? NetworkOf(peer) : "local";

    private IPAddress? Peer =>
        http.HttpContext?.Connection.RemoteIpAddress is { } address ? address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address : null;

    /// <summary>The first 24 bits of an IPv4 address, the first 64 of an IPv6 address.</summary>
    internal static string NetworkOf(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var prefix = bytes.Length == 4 ? 24 : 64;
        bytes.AsSpan(prefix / 8).Clear();
        return new IPNetwork(new IPAddress(bytes), prefix).ToString();
    }
}
