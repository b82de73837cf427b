using Webox.Domain.Carts;

namespace Webox.GraphQL.Carts;

/// <param name="RemovedLines">How many lines were removed.</param>
public sealed record ClearCartPayload(Cart? Cart, int? RemovedLines);
