using Webox.GraphQL.Operations.Audit;

namespace Webox.GraphQL.Tests.Operations;

public sealed class AuditTests
{
    [Fact]
    public async Task A_fresh_server_works_as_a_sandbox_and_says_what_is_not_configured()
    {
        await using var app = await WeboxApp.StartAsync(settings: new Dictionary<string, string?>
        {
            ["STRIPE_WEBHOOK_SECRET"] = "whsec_of_a_test", ["STRIPE_SECRET_KEY"] = "sk_test_of_a_test", ["STRIPE_PUBLISHABLE_KEY"] = "pk_test_of_a_test",
        });

        var findings = await Probes.RunAsync(app.Http, default).ToDictionaryAsync(finding => finding.Capability, finding => finding.Standing);

        Assert.DoesNotContain(Standing.Failed, findings.Values);
        foreach (var capability in new[] { "readiness", "GraphQL over HTTP", "GraphQL over server-sent events", "GraphQL over WebSocket", "catalogue", "signing in", "artifacts" })
        {
            Assert.Equal(Standing.Works, findings[capability]);
        }

        Assert.Equal((Standing.Works, Standing.NotConfigured), (findings["webhooks of Stripe"], findings["webhooks of PayPal"]));
        Assert.Equal((Standing.Sandbox, Standing.NotConfigured), (findings["TEXT by SANDBOX"], findings["TEXT by OPENAI"]));
        Assert.Equal((Standing.Offered, Standing.NotConfigured), (findings["payments by STRIPE"], findings["payments by PAYPAL"]));
    }

    [Fact]
    public async Task A_server_that_is_not_there_fails_every_probe()
    {
        using var http = new HttpClient { BaseAddress = new Uri("http://127.0.0.1:9") };

        var findings = await Probes.RunAsync(http, default).ToListAsync();

        Assert.NotEmpty(findings);
        Assert.All(findings, finding => Assert.Equal(Standing.Failed, finding.Standing));
    }
}
