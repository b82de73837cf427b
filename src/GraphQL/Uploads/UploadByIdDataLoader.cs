using Microsoft.EntityFrameworkCore;
using Webox.Application;
using Webox.Domain.Uploads;

namespace Webox.GraphQL.Uploads;

/// <summary>Uploads by id, whoever owns them: only for those that a customer's own message names.</summary>
public sealed class UploadByIdDataLoader(IWeboxDbFactory databases, IBatchScheduler scheduler, DataLoaderOptions options)
    : BatchDataLoader<UploadId, Upload>(scheduler, options)
{
    protected override async Task<IReadOnlyDictionary<UploadId, Upload>> LoadBatchAsync(IReadOnlyList<UploadId> keys, CancellationToken cancellationToken)
    {
        var ids = keys.ToList();
        await using var db = databases.Open();
        return await db.Uploads.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, cancellationToken);
    }
}
