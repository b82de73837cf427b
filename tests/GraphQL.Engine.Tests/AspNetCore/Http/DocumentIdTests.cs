using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Webox.GraphQL.Engine.Execution.Costs;

namespace Webox.GraphQL.Engine.Tests.AspNetCore.Http;

public sealed class DocumentIdTests
{
    [Fact]
    public async Task A_document_is_registered_once_and_asked_for_by_its_hash_on_every_transport()
    {
        await using var server = await StockServer.StartAsync(builder =>
            builder.AddInMemoryOperationDocumentStorage().UseAutomaticPersistedOperationPipeline());
        var extensions = $$$"""{"persistedQuery":{"version":1,"sha256Hash":"{{{HashOf("{ hello }")}}}"}}""";

        var (unknownStatus, unknown) = await PostAsync(server, $$"""{"extensions":{{extensions}}}""");
        var (_, registered) = await PostAsync(server, $$"""{"query":"{ hello }","extensions":{{extensions}}}""");
        var (_, known) = await PostAsync(server, $$"""{"extensions":{{extensions}}}""");
        var (_, byId) = await PostAsync(server, $$"""{"documentId":"sha256:{{HashOf("{ hello }")}}"}""");
        var byGet = await server.Http.GetStringAsync($"?extensions={Uri.EscapeDataString(extensions)}");
        using var socket = await (await server.ConnectAsync()).InitializeAsync();
        await socket.SendAsync($$$"""{"id":"1","type":"subscribe","payload":{"extensions":{{{extensions}}}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, unknownStatus);
        Assert.Contains("\"PersistedQueryNotFound\"", unknown, StringComparison.Ordinal);
        Assert.All([registered, known, byId, byGet], answer => Assert.Equal("""{"data":{"hello":"Hello, world!"}}""", answer));
        Assert.Contains("Hello, world!", await socket.ReceiveAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_can_be_all_that_is_executed()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, """{"hello":"{ hello }"}""");
        await using var server = await StockServer.StartAsync(builder => builder
            .AddOperationDocumentManifest(file)
            .UsePersistedOperationPipeline()
            .ModifyRequestOptions(options => options.PersistedOperations.OnlyAllowPersistedDocuments = true));
        File.Delete(file);

        Assert.Equal((HttpStatusCode.OK, """{"data":{"hello":"Hello, world!"}}"""), await PostAsync(server, """{"documentId":"hello"}"""));
        var (status, refusal) = await PostAsync(server, """{"query":"{ viewer }"}""");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("DOCUMENT_NOT_TRUSTED", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_has_spent_its_points_is_told_when_to_come_again()
    {
        await using var server = await StockServer.StartAsync(builder =>
            builder.ModifyRequestOptions(options => options.CostBudget = new CostBudgetOptions { AnonymousPointsPerMinute = 1 }));

        var (_, first) = await PostAsync(server, """{"query":"{ hello }"}""");
        using var second = await server.Http.SendAsync(Message("""{"query":"{ hello }"}"""));

        Assert.Equal("""{"data":{"hello":"Hello, world!"},"extensions":{"cost":{"requested":1,"remaining":0,"perMinute":1}}}""", first);
        Assert.Equal(HttpStatusCode.TooManyRequests, second.StatusCode);
        Assert.InRange(second.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60));
    }

    private static async Task<(HttpStatusCode Status, string Body)> PostAsync(StockServer server, string body)
    {
        using var response = await server.Http.SendAsync(Message(body));
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static HttpRequestMessage Message(string body)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "") { Content = new StringContent(body, new MediaTypeHeaderValue("application/json")) };
        message.Headers.Accept.ParseAdd("application/graphql-response+json");
        return message;
    }

    private static string HashOf(string text) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)));
}
