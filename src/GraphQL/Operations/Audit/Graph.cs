using System.Text.Json;

namespace Webox.GraphQL.Operations.Audit;

/// <summary>Asks a server's graph.</summary>
internal static class Graph
{
    /// <returns>The <c>data</c> of an answer without errors.</returns>
    /// <exception cref="InvalidOperationException">The answer has errors.</exception>
    public static async Task<JsonElement> AskAsync(HttpClient http, string document, object? variables, CancellationToken cancellationToken)
    {
        using var request = Request(document, variables);
        using var response = await http.SendAsync(request, cancellationToken);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return answer.TryGetProperty("errors", out var errors) ? throw new InvalidOperationException(errors.GetRawText()) : answer.GetProperty("data");
    }

    public static HttpRequestMessage Request(string document, object? variables) =>
        new(HttpMethod.Post, new Uri("/graphql", UriKind.Relative)) { Content = JsonContent.Create(new { query = document, variables }) };
}
