using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Webox.Application.Credits;
using Webox.Domain.Customers;
using Webox.TestSupport;

namespace Webox.GraphQL.Tests.Generations;

/// <summary>What tests of generations begin with: someone signed in, with credits.</summary>
internal static class GenerationStory
{
    /// <summary>A customer. Gives the access token.</summary>
    public static async Task<string> SignInWithCreditsAsync(this WeboxApp app, int credits)
    {
        var (customer, token) = await app.SignInAsync(Role.Customer);
        if (credits > 0)
        {
            await using var scope = app.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ICreditLedger>().PostPurchaseAsync(customer.Id, Guid.CreateVersion7(), credits, default);
        }

        return token;
    }

    public static Task<JsonElement> GenerateTextAsync(this WeboxApp app, string token, string prompt, string key = "k1", string more = "") =>
        app.QueryAsync(
            $$"""
            mutation($prompt: String!, $key: String!) {
              generateText(input: { prompt: $prompt, idempotencyKey: $key {{more}} }) {
                generation { id status model creditsHeld }
                errors {
                  __typename
                  ... on Error { message }
                  ... on InsufficientCreditsError { required available }
                  ... on ModelNotAvailableError { provider model }
                  ... on PromptTooLongError { charactersMax }
                  ... on InvalidGenerationOptionError { option allowed }
                  ... on TooManyGenerationsError { queuedMax }
                }
              }
            }
            """,
            new { prompt, key },
            token);

    /// <summary>Reads a generation until it has ended.</summary>
    public static Task<JsonElement> FinishedAsync(this WeboxApp app, string token, string id) => Eventually.ReadAsync(
        async () => (await app.QueryAsync(
            """
            query($id: ID!) {
              node(id: $id) {
                ... on Generation {
                  id kind status provider model prompt progress queuePosition attempt text creditsHeld credits finishReason
                  usage { inputTokens outputTokens }
                  failure { code message retryable }
                  artifacts { url mediaType bytes sha256 width height }
                }
              }
            }
            """,
            new { id },
            token)).GetProperty("node"),
        node => node.GetProperty("status").GetString() is "SUCCEEDED" or "FAILED" or "CANCELED");
}
