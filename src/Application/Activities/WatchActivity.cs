using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Application.Generations;
using Webox.Domain.Activities;
using Webox.Domain.Customers;

namespace Webox.Application.Activities;

/// <summary>
/// Everything that happens to a customer's orders, payments and generations, each once and in order. A signal only says to look again, and
/// what is looked for is what came after the last one seen: nothing is lost, whichever node it happened on.
/// </summary>
public sealed class WatchActivity(IWeboxDbFactory databases, ICurrentCustomer current, IChangeFeed changes)
{
    private const int PageSize = 100;

    /// <param name="after">The last number seen. Null: only what happens from now on.</param>
    public async Task<IAsyncEnumerable<SeenActivity>> ExecuteAsync(long? after, CancellationToken cancellationToken)
    {
        var owner = current.Require();
        await using var db = databases.Open();
        var last = after ?? await db.ActivityFeeds.Where(feed => feed.CustomerId == owner).Select(feed => feed.LastSequence).FirstOrDefaultAsync(cancellationToken);
        return FollowAsync(owner, last, cancellationToken);
    }

    private async IAsyncEnumerable<SeenActivity> FollowAsync(CustomerId owner, long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var watch = changes.Watch(ChangeSubject.Activity, owner.Value);
        while (true)
        {
            IReadOnlyList<Activity> page;
            do
            {
                await using var db = databases.Open();
                page = await ReadAsync(db, owner, last, cancellationToken);
                foreach (var activity in page)
                {
                    last = activity.Sequence;
                    if (await db.FindSubjectAsync(activity, cancellationToken) is { } subject)
                    {
                        yield return new SeenActivity(activity.Sequence, activity.At, subject);
                    }
                }
            }
            while (page.Count == PageSize);

            await watch.NextAsync(last, cancellationToken);
        }
    }

    private static async Task<IReadOnlyList<Activity>> ReadAsync(IWeboxDb db, CustomerId owner, long last, CancellationToken cancellationToken) =>
        await db.Activities.AsNoTracking().Where(activity => activity.CustomerId == owner && activity.Sequence > last)
            .OrderBy(activity => activity.Sequence).Take(PageSize).ToListAsync(cancellationToken);
}
