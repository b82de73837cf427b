using System.Net;
using System.Net.Sockets;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Webox.GraphQL.Engine.Execution.Costs;

namespace Webox.GraphQL.Engine.AspNetCore;

/// <summary>Tells who pays for what a connection asks for: the signed-in user, else the address.</summary>
internal static class CostClients
{
    /// <summary>Addresses of one IPv6 network of this many bytes count as one: its owner can make any number of them.</summary>
    private const int NetworkBytes = 8;

    public static CostClient Of(HttpContext context) => (context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue("sub")) is { } user
        ? new CostClient($"user {user}", IsSignedIn: true)
        : new CostClient($"address {NetworkOf(context.Connection.RemoteIpAddress)}", IsSignedIn: false);

    private static string NetworkOf(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, NetworkBytes)),
        _ => address.ToString(),
    };
}
