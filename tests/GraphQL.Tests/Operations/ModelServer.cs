using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Webox.GraphQL.Tests.Operations;

/// <summary>A provider of models that knows one key, and quotes any other in its refusal, as real ones do.</summary>
internal sealed class ModelServer(WebApplication app) : IAsyncDisposable
{
    public string Address => app.Urls.Single();

    public static async Task<ModelServer> StartAsync(string key)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        app.MapGet("/openai/v1/models", (HttpRequest request) => request.Headers.Authorization == $"Bearer {key}"
            ? Results.Json(new { data = Array.Empty<string>() })
            : Results.Json(new { error = new { message = $"Incorrect API key provided: {request.Headers.Authorization}" } }, statusCode: 401));
        await app.StartAsync();
        return new ModelServer(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
