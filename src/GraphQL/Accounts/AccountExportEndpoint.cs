using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Application.Accounts;
using Webox.Domain.Accounts;
using Webox.Domain.Customers;

namespace Webox.GraphQL.Accounts;

/// <summary>Serves what is kept about a customer to whoever holds the signed address.</summary>
public static class AccountExportEndpoint
{
    public static IEndpointConventionBuilder MapAccountExport(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/exports/account/{customer}", GetAsync);

    internal static string PathOf(CustomerId customer) => $"/exports/account/{customer.Value:N}";

    private static async Task<IResult> GetAsync(
        string customer, string? expires, string? signature, HttpContext context, SignedUrls urls, IExportLimits limits, IWeboxDb db,
        ExportCustomer exportCustomer, CancellationToken cancellationToken)
    {
        if (!Guid.TryParseExact(customer, "N", out var value)
            || CustomerId.From(value) is var id && !urls.IsValid(PathOf(id), expires, signature)
            || !await db.Customers.AnyAsync(c => c.Id == id && c.DeletedAt == null, cancellationToken))
        {
            return TypedResults.NotFound();
        }

        try
        {
            limits.CountDownload(id);
        }
        catch (TooManyAttemptsException refusal)
        {
            return TypedResults.Problem(refusal.Message, statusCode: StatusCodes.Status429TooManyRequests);
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(output => exportCustomer.ExecuteAsync(id, output, cancellationToken), "application/json", "webox-data.json");
    }
}
