using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Webox.Bench.Engine.Http;

/// <summary>
/// Either the engine with its default limits, or minimal-API endpoints that read the same requests and serialize the same answers: what
/// an application could do at best.
/// </summary>
internal static class Server
{
    public static async Task<int> RunAsync(string kind)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (kind == "engine")
        {
            builder.Services.AddGraphQLServer()
                .AddQueryType()
                .AddType(typeof(ProductQueries))
                .AddType(typeof(ProductExtensions))
                .AddDataLoader<CategoryById>()
                .AddDataLoader<ReviewsByProduct>();
        }

        var app = builder.Build();
        foreach (var scenario in Scenario.All)
        {
            if (kind == "engine")
            {
                app.MapGraphQL($"/{scenario.Name}");
            }
            else
            {
                app.MapPost($"/{scenario.Name}", (Request request) => request.Query.Length == 0 ? Results.BadRequest() : Results.Json(scenario.Answer()));
            }
        }

        // What this process has used so far: milliseconds of processor, bytes allocated.
        app.MapGet("/used", () => string.Create(
            CultureInfo.InvariantCulture,
            $"{Process.GetCurrentProcess().TotalProcessorTime.TotalMilliseconds} {GC.GetTotalAllocatedBytes(precise: true)}"));
        await app.StartAsync();
        Console.WriteLine(app.Urls.Single());
        await app.WaitForShutdownAsync();
        return 0;
    }

    private sealed record Request(string Query);
}
