using Microsoft.AspNetCore.Http.Features;
using Webox.Application;
using Webox.Application.Generations;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Generations;

/// <summary>Serves a customer's generations as a ZIP to whoever holds the signed address.</summary>
public static class GenerationExportEndpoint
{
    public static IEndpointConventionBuilder MapGenerationExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/exports/generations/{customer}", GetAsync);

    internal static string PathOf(CustomerId customer) => $"/exports/generations/{customer.Value:N}";

    private static IResult GetAsync(
        string customer, string? expires, string? signature, HttpContext context, SignedUrls urls, ExportGenerations exportGenerations,
        CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(customer, "N", out var id) || !urls.IsValid(PathOf(CustomerId.From(id)), expires, signature))
        {
            return TypedResults.NotFound();
        }

        // The framework's ZIP writes the end of each entry synchronously.
        context.Features.GetRequiredFeature<IHttpBodyControlFeature>().AllowSynchronousIO = true;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(
            output => exportGenerations.ExecuteAsync(CustomerId.From(id), output, cancellationToken), "application/zip", "webox-generations.zip");
    }
}
