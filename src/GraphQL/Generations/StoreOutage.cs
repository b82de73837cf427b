using Webox.Application.Generations;

namespace Webox.GraphQL.Generations;

/// <summary>While the store of files does not answer, a file is 503 and not 404: it may be had later.</summary>
internal static class StoreOutage
{
    public static RouteHandlerBuilder AnswerStoreOutage(this RouteHandlerBuilder endpoint) => endpoint.AddEndpointFilter(async (context, next) =>
    {
        try
        {
            return await next(context);
        }
        catch (ArtifactStoreUnavailableException)
        {
            return TypedResults.StatusCode(StatusCodes.Status503ServiceUnavailable);
        }
    });
}
