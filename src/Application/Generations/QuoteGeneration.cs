using Microsoft.EntityFrameworkCore;
using Webox.Domain.Generations;

namespace Webox.Application.Generations;

/// <summary>Says what a generation would cost at most, without starting it.</summary>
public sealed class QuoteGeneration(IWeboxDb db, ICurrentCustomer customer, IModelCatalog catalog)
{
    /// <exception cref="ModelNotAvailableException">No such model, or its provider has no key here.</exception>
    /// <exception cref="PromptTooLongException">More than 32 KiB.</exception>
    /// <exception cref="InvalidGenerationOptionException">The model does not take a value.</exception>
    public async Task<GenerationQuote> ExecuteAsync(
        string model, string prompt, GenerationOptions options, CancellationToken cancellationToken)
    {
        var kind = catalog.Find(model)?.Kind ?? GenerationKind.Text;
        var offered = catalog.Get(model, kind);
        var checkedOptions = GenerationRules.Check(offered, new GenerationRequest(kind, model, prompt, options));
        var creditsMax = offered.CreditsMax(prompt, checkedOptions);
        var available = customer.Id is { } id
            ? await db.CreditAccounts.Where(a => a.CustomerId == id).Select(a => a.Available).FirstOrDefaultAsync(cancellationToken)
            : 0;
        return new GenerationQuote(creditsMax, available);
    }
}

/// <param name="CreditsMax">Held when the generation starts; what is not used is released.</param>
/// <param name="Available">What the customer can spend now; 0 for a guest.</param>
public sealed record GenerationQuote(int CreditsMax, int Available)
{
    public bool Sufficient => Available >= CreditsMax;
}
