namespace Webox.Infrastructure.Payments.PayPal;

/// <summary>
/// The names of a payment: our own key, the order's id as it is, and <c>authorization:ID</c> and <c>capture:ID</c>, for PayPal's ids of
/// different kinds are not promised to differ.
/// </summary>
internal static class PayPalReferences
{
    private const string KeyPrefix = "webox-";
    private const string RefundKeyPrefix = "webox-refund-";
    private const string AuthorizationPrefix = "authorization:";
    private const string CapturePrefix = "capture:";

    public static string Authorization(string id) => AuthorizationPrefix + id;

    public static string Capture(string id) => CapturePrefix + id;

    /// <returns>PayPal's id of an authorization among the names of a payment. Null: none is known.</returns>
    public static string? AuthorizationOf(IEnumerable<string> references) => IdOf(AuthorizationPrefix, references);

    /// <inheritdoc cref="AuthorizationOf"/>
    public static string? CaptureOf(IEnumerable<string> references) => IdOf(CapturePrefix, references);

    /// <returns>Null unless it is the key of one of our refunds.</returns>
    public static string? RefundKey(string? text) => text?.StartsWith(RefundKeyPrefix, StringComparison.Ordinal) is true ? text : null;

    /// <returns>Surest first.</returns>
    public static IReadOnlyList<string> Of(PayPalOrder order)
    {
        var units = (order.PurchaseUnits ?? []).OfType<PayPalUnit>().ToList();
        var names = units.SelectMany(unit => unit.Payments?.All() ?? []).SelectMany(one => NamesOf(one.Kind, one.Transaction))
            .Where(name => name.Rank is not Rank.Order);
        var keys = units.SelectMany(unit => new[] { Key(unit.CustomId), Key(unit.ReferenceId) });
        return Sort([.. keys, new(Rank.Order, order.Id), .. names]);
    }

    /// <inheritdoc cref="Of(PayPalOrder)"/>
    public static IReadOnlyList<string> Of(PayPalKind kind, PayPalTransaction transaction) => Sort(NamesOf(kind, transaction));

    /// <inheritdoc cref="Of(PayPalOrder)"/>
    public static IReadOnlyList<string> Of(PayPalDispute dispute) => Sort(
        (dispute.DisputedTransactions ?? []).OfType<PayPalDisputedTransaction>()
            .SelectMany(disputed => new[] { Key(disputed.Custom), new(Rank.Capture, disputed.SellerTransactionId) }));

    private static IEnumerable<Name> NamesOf(PayPalKind kind, PayPalTransaction transaction)
    {
        var related = transaction.SupplementaryData?.RelatedIds;
        yield return Key(transaction.CustomId);
        yield return new(Rank.Order, related?.OrderId);
        yield return new(Rank.Authorization, kind is PayPalKind.Authorization ? transaction.Id : related?.AuthorizationId);
        yield return new(Rank.Capture, kind is PayPalKind.Capture ? transaction.Id : related?.CaptureId);
        var parents = (transaction.Links ?? []).Where(link => link?.Rel == "up").Select(link => link!.Target);
        foreach (var (collection, id) in parents.OfType<(string, string)>())
        {
            yield return PayPalKinds.OfCollection(collection) switch
            {
                PayPalKind.Order => new(Rank.Order, id),
                PayPalKind.Authorization => new(Rank.Authorization, id),
                PayPalKind.Capture => new(Rank.Capture, id),
                _ => default,
            };
        }
    }

    private static Name Key(string? text) =>
        text?.StartsWith(KeyPrefix, StringComparison.Ordinal) is true && RefundKey(text) is null ? new(Rank.Key, text) : default;

    private static List<string> Sort(IEnumerable<Name> names) =>
    [
        .. names.Where(name => name.Id is { Length: > 0 }).OrderBy(name => name.Rank).Select(name => name.Rank switch
        {
            Rank.Authorization => Authorization(name.Id!),
            Rank.Capture => Capture(name.Id!),
            _ => name.Id!,
        }).Distinct(),
    ];

    private static string? IdOf(string prefix, IEnumerable<string> references) =>
        references.FirstOrDefault(reference => reference.StartsWith(prefix, StringComparison.Ordinal))?[prefix.Length..];

    private enum Rank
    {
        Key,
        Order,
        Authorization,
        Capture,
    }

    private readonly record struct Name(Rank Rank, string? Id);
}
