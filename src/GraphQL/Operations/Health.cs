using Webox.Application.Operations;

namespace Webox.GraphQL.Operations;

/// <summary>Answers for whoever watches over the process.</summary>
internal static class Health
{
    /// <summary><c>/healthz</c>: the process answers. <c>/readyz</c>: it can serve; 503 with the reasons otherwise.</summary>
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", () => Results.Json(new { status = "ok" }));
        routes.MapGet("/readyz", async (IDatabaseOperations database, IHostApplicationLifetime lifetime, CancellationToken cancellationToken) =>
        {
            IReadOnlyList<string> reasons = lifetime.ApplicationStopping.IsCancellationRequested
                ? ["STOPPING"]
                : await database.FindProblemsAsync(cancellationToken);
            return reasons.Count == 0
                ? Results.Json(new { status = "ready" })
                : Results.Json(new { status = "unavailable", reasons }, statusCode: StatusCodes.Status503ServiceUnavailable);
        });
    }
}
