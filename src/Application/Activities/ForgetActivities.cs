using Microsoft.EntityFrameworkCore;

namespace Webox.Application.Activities;

/// <summary>Deletes activities that nobody comes back for. Numbering goes on where it was.</summary>
public sealed class ForgetActivities(IWeboxDb db, TimeProvider clock)
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(90);

    /// <returns>How many were deleted.</returns>
    public Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - KeptFor;
        return db.Activities.Where(activity => activity.At < before).ExecuteDeleteAsync(cancellationToken);
    }
}
