using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Generations;
using Webox.Domain.Generations;
using Webox.Domain.Uploads;

namespace Webox.Application.Uploads;

/// <summary>Lets images that a customer uploaded go with what they say.</summary>
public sealed class UseUploads(IWeboxDb db, ICurrentCustomer customer)
{
    private const string Option = "attachmentIds";

    /// <summary>The images, in the order of their ids.</summary>
    /// <exception cref="InvalidGenerationOptionException">
    /// The model takes no images; too many or too large ones together; one twice; unknown, or somebody else's.
    /// </exception>
    public async Task<IReadOnlyList<PromptImage>> FindAsync(Model model, IReadOnlyList<UploadId> uploads, CancellationToken cancellationToken)
    {
        if (uploads.Count == 0)
        {
            return [];
        }

        if (!model.AcceptsImages)
        {
            throw new InvalidGenerationOptionException(Option, []);
        }

        if (uploads.Count > PromptImage.CountMax || uploads.Distinct().Count() < uploads.Count)
        {
            throw new InvalidGenerationOptionException(Option, [string.Create(CultureInfo.InvariantCulture, $"0..{PromptImage.CountMax}")]);
        }

        var owner = customer.Require();
        var found = await db.Uploads.AsNoTracking().Where(u => uploads.Contains(u.Id) && u.CustomerId == owner).ToDictionaryAsync(u => u.Id, cancellationToken);
        if (found.Count < uploads.Count)
        {
            throw NotFound();
        }

        if (found.Values.Sum(upload => upload.Bytes) > PromptImage.BytesMax)
        {
            throw new InvalidGenerationOptionException(Option, [$"{PromptImage.BytesMax / (1024 * 1024)} Mio au total"]);
        }

        return [.. uploads.Select(id => found[id]).Select(upload => new PromptImage(upload.Sha256, upload.MediaType, upload.Bytes))];
    }

    /// <summary>Keeps them as long as what uses them. Inside the caller's transaction.</summary>
    /// <exception cref="InvalidGenerationOptionException">One was removed in between.</exception>
    public async Task ExecuteAsync(IReadOnlyList<UploadId> uploads, CancellationToken cancellationToken)
    {
        var owner = customer.Require();
        if (uploads.Count > 0 && uploads.Count > await db.Uploads.Where(u => uploads.Contains(u.Id) && u.CustomerId == owner)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.ExpiresAt, (DateTimeOffset?)null), cancellationToken))
        {
            throw NotFound();
        }
    }

    private static InvalidGenerationOptionException NotFound() => new(Option, ["vos fichiers envoyés par POST /uploads"]);
}
