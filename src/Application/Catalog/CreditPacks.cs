using Webox.Domain;

namespace Webox.Application.Catalog;

/// <summary>The credit packs on offer, from the configuration. Their prices are taken over once, when the catalogue is seeded.</summary>
public sealed record CreditPacks(IReadOnlyList<CreditPack> Packs);

/// <param name="Credits">Credits it grants.</param>
public sealed record CreditPack(int Credits, Money Price);
