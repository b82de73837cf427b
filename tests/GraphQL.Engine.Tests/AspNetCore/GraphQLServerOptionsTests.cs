using System.ComponentModel.DataAnnotations;
using Webox.GraphQL.Engine.AspNetCore;

namespace Webox.GraphQL.Engine.Tests.AspNetCore;

public sealed class GraphQLServerOptionsTests
{
    [Fact]
    public async Task A_server_with_a_limit_out_of_range_does_not_start()
    {
        var problem = await Assert.ThrowsAsync<ValidationException>(() => StockServer.StartAsync(options => options.RequestBodyBytesMax = 0));

        Assert.Contains("RequestBodyBytesMax", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Limits_of_sockets_are_checked_too()
    {
        var problem = await Assert.ThrowsAsync<ValidationException>(() => StockServer.StartAsync(options => options.Sockets.OutboundMessagesMax = 0));

        Assert.Contains("OutboundMessagesMax", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("*")]
    [InlineData("shop.example")]
    [InlineData("https://shop.example/")]
    public async Task What_is_no_origin_is_not_allowed_as_one(string origin)
    {
        var problem = await Assert.ThrowsAsync<ValidationException>(() => StockServer.StartAsync(options => options.AllowedOrigins.Add(origin)));

        Assert.Equal($"'{origin}' is no origin (scheme://host[:port]).", problem.Message);
    }
}
