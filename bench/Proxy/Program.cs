// The bound of what Webox can add to a model's answer: the same server and client, that pass everything on and know nothing. No accounts,
// no credits, no database. Arguments: its own address, the model's.
using Microsoft.Extensions.Logging;

var builder = WebApplication.CreateSlimBuilder();
builder.Logging.ClearProviders();
builder.WebHost.UseUrls(args[0]);
var app = builder.Build();
using var model = new HttpClient { BaseAddress = new Uri(args[1]) };

app.MapPost("/chat/completions", async (HttpContext context) =>
{
    using var request = new HttpRequestMessage(HttpMethod.Post, $"{model.BaseAddress!.AbsolutePath}/chat/completions")
    {
        Content = new StreamContent(context.Request.Body) { Headers = { ContentType = new("application/json") } },
    };
    using var answer = await model.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
    context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
    await using var stream = await answer.Content.ReadAsStreamAsync(context.RequestAborted);
    var buffer = new byte[8192];
    while (await stream.ReadAsync(buffer, context.RequestAborted) is > 0 and var read)
    {
        await context.Response.Body.WriteAsync(buffer.AsMemory(0, read), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }
});
await app.RunAsync();
