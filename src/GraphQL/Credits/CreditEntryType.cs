using Webox.Domain.Credits;
using Webox.Domain.Generations;
using Webox.Domain.Orders;
using Webox.GraphQL.Generations;

namespace Webox.GraphQL.Credits;

/// <summary>One movement of credits; the balance is the sum of all entries.</summary>
[ExtendObjectType<CreditEntry>(IgnoreProperties =
[
    nameof(CreditEntry.Id), nameof(CreditEntry.CustomerId), nameof(CreditEntry.OrderId), nameof(CreditEntry.GenerationId), nameof(CreditEntry.RefundId),
    nameof(CreditEntry.Month),
])]
public static class CreditEntryType
{
    /// <summary>Opaque and stable. Do not parse it.</summary>
    [ID<CreditEntry>]
    public static Guid GetId([Parent] CreditEntry entry) => entry.Id.Value;

    /// <summary>The order that bought or gave back the credits. Null for the others.</summary>
    public static async Task<Order?> GetOrderAsync(
        [Parent] CreditEntry entry, OrderOfCreditEntryDataLoader orders, CancellationToken cancellationToken) =>
        entry.OrderId is { } id ? await orders.LoadAsync(OrderId.From(id), cancellationToken) : null;

    /// <summary>The generation they were held or charged for. Null for the others.</summary>
    public static async Task<Generation?> GetGenerationAsync(
        [Parent] CreditEntry entry, GenerationByIdDataLoader generations, CancellationToken cancellationToken) =>
        entry.GenerationId is { } id ? await generations.LoadAsync(GenerationId.From(id), cancellationToken) : null;
}
