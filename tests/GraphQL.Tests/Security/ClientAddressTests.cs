using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Webox.GraphQL.Security;

namespace Webox.GraphQL.Tests.Security;

public sealed class ClientAddressTests
{
    [Theory]
    [InlineData("203.0.113.77", "203.0.113.0/24")]
    [InlineData("127.0.0.1", "127.0.0.0/24")]
    [InlineData("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    public void A_network_is_the_first_24_bits_or_the_first_64(string address, string network) =>
        Assert.Equal(network, ClientAddress.NetworkOf(IPAddress.Parse(address)));

    [Fact]
    public async Task A_forwarded_address_opens_no_door_that_closed()
    {
        await using var app = await WeboxApp.StartAsync();
        List<string> refusals = [];
        for (var i = 0; i < 6; i++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql")
            {
                Content = JsonContent.Create(new { query = "mutation { signIn(input: { email: \"ada@example.com\", password: \"a wrong one\" }) { errors { __typename } } }" }),
            };
            request.Headers.Add("X-Forwarded-For", $"198.51.{i}.1");
            request.Headers.Add("Forwarded", $"for=198.51.{i}.1");
            request.Headers.Add("X-Real-IP", $"198.51.{i}.1");
            using var response = await app.Http.SendAsync(request);
            refusals.Add((await response.Content.ReadFromJsonAsync<JsonElement>()).At("data", "signIn").ErrorType());
        }

        Assert.Equal("TooManyAttemptsError", refusals[^1]);
        Assert.All(refusals.SkipLast(1), refusal => Assert.Equal("InvalidCredentialsError", refusal));
    }
}
