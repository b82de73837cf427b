using System.Net;
using System.Net.Http.Json;

namespace Webox.GraphQL.Tests.Security;

public sealed class SecurityHeadersTests(SharedWebox shared) : IClassFixture<SharedWebox>
{
    [Fact]
    public async Task Answers_tell_browsers_to_guess_and_frame_nothing_and_not_which_server_it_is()
    {
        var app = await shared.OnAsync();

        using var response = await app.Http.GetAsync("/healthz");

        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Empty(response.Headers.Server);
    }

    [Fact]
    public async Task A_body_over_256_kib_is_too_large()
    {
        var app = await shared.OnAsync();

        using var response = await app.Http.PostAsJsonAsync("/graphql", new { query = "{ __typename }", padding = new string('x', 256 * 1024) });

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
