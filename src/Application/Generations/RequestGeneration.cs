using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Uploads;
using Webox.Domain;
using Webox.Domain.Credits;
using Webox.Domain.Customers;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;

namespace Webox.Application.Generations;

/// <summary>
/// Queues a generation and holds what it can cost at most. The same key with the same request returns the same generation. Where the
/// request allows it and the customer was answered the same before, that answer is given again at once and costs nothing; nobody is
/// given an answer to somebody else.
/// </summary>
public sealed class RequestGeneration(
    IWeboxDb db, ICurrentCustomer customer, IModelCatalog catalog, QueueGenerations queue, ILocalWorkers workers, UseUploads uploads, IChangeFeed changes,
    TimeProvider clock)
{
    /// <summary>How long an answer may be given again.</summary>
    public static readonly TimeSpan CachedFor = TimeSpan.FromDays(30);

    /// <exception cref="ModelNotAvailableException">No such model for this kind, or its provider has no key here.</exception>
    /// <exception cref="PromptTooLongException">More than 32 KiB.</exception>
    /// <exception cref="InvalidGenerationOptionException">The model does not take a value.</exception>
    /// <exception cref="InsufficientCreditsException">Fewer credits are available than it can cost.</exception>
    /// <exception cref="MonthlyLimitReachedException">The customer's own limit of the month does not allow it.</exception>
    /// <exception cref="TooManyGenerationsException">Too many wait already.</exception>
    /// <exception cref="IdempotencyKeyReusedException">The key came with another request before.</exception>
    public async Task<Generation> ExecuteAsync(GenerationRequest request, string idempotencyKey, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        CheckKey(idempotencyKey);
        var key = GenerationRequestKey.For(
            idempotencyKey, $"{request.Kind}:{request.Model}", request.Prompt, request.Options, request.Fallbacks,
            [.. request.Attachments.Select(upload => upload.Value)]);
        if (await FindAsync(owner, key, cancellationToken) is { } earlier)
        {
            return earlier;
        }

        var model = catalog.Get(request.Model, request.Kind);
        var options = GenerationRules.Check(model, request);
        var fallbacks = FallbackModels.Of(model, request, options, catalog);
        var context = GenerationContext.Of([], await uploads.FindAsync(model, request.Attachments, cancellationToken));
        var repeated = request.AllowCached ? await RepeatAsync(owner, model, key, cancellationToken) : null;
        var generation = repeated ?? Generation.Queue(
            owner, model, request.Prompt, options, key, model.CreditsMax(request.Prompt, options, context), clock.GetUtcNow(), context, fallbacks);
        using var reserved = workers.Reserve(1);
        try
        {
            await db.InTransactionAsync(() => QueueAsync(generation, request.Attachments, reserved, cancellationToken), cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two requests raced with one key and the unique index let one through. Ours is the other.
            db.Generations.Entry(generation).State = EntityState.Detached;
            return await FindAsync(owner, key, cancellationToken) ?? throw new InvalidOperationException("The generation was not saved.");
        }
        catch (DomainException)
        {
            // It was rolled back: the context must not save it with the next mutation of the same document.
            db.Generations.Entry(generation).State = EntityState.Detached;
            throw;
        }

        reserved.Begin([generation.Id]);
        changes.Signal();
        return generation;
    }

    private async Task<bool> QueueAsync(
        Generation generation, IReadOnlyList<UploadId> attachments, IReservedWorkers reserved, CancellationToken cancellationToken)
    {
        await uploads.ExecuteAsync(attachments, cancellationToken);
        if (generation.Cached)
        {
            db.Generations.Add(generation);
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }

        await queue.ExecuteAsync([generation], reserved, cancellationToken);
        return true;
    }

    private async Task<Generation?> RepeatAsync(CustomerId owner, Model model, GenerationRequestKey key, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow() - CachedFor;
        var answered = await db.Generations.AsNoTracking()
            .Where(g => g.CustomerId == owner && g.RequestHash == key.RequestHash && g.Model == model.Id && g.Status == GenerationStatus.Succeeded)
            .Where(g => !g.Cached && g.FinishedAt > since)
            .OrderByDescending(g => g.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return answered is null ? null : Generation.Repeat(answered, key, clock.GetUtcNow());
    }

    // A key stays used when its generation was deleted.
    private async Task<Generation?> FindAsync(CustomerId owner, GenerationRequestKey key, CancellationToken cancellationToken)
    {
        var earlier = await db.Generations.IgnoreQueryFilters().AsNoTracking()
            .FirstOrDefaultAsync(g => g.CustomerId == owner && g.IdempotencyKey == key.IdempotencyKey, cancellationToken);
        return earlier is null || earlier.RequestHash == key.RequestHash ? earlier : throw new IdempotencyKeyReusedException();
    }

    /// <exception cref="InvalidGenerationOptionException">Not 1 to 255 characters.</exception>
    internal static void CheckKey(string idempotencyKey)
    {
        if (idempotencyKey.Length is 0 or > GenerationRequestKey.LengthMax || !UnicodeText.IsStorable(idempotencyKey))
        {
            throw new InvalidGenerationOptionException("idempotencyKey", [$"1..{GenerationRequestKey.LengthMax}"]);
        }
    }
}
