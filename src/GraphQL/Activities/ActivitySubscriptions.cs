using System.Runtime.CompilerServices;
using Webox.Application.Activities;

namespace Webox.GraphQL.Activities;

[SubscriptionType]
public static class ActivitySubscriptions
{
    /// <summary>
    /// Everything that happens to the signed-in customer's orders, payments and generations. `after` is the last `sequence` seen: what came
    /// since is sent first. Without it, what happens from now on. What is older than 90 days, or was deleted, is left out.
    /// </summary>
    [Authorize]
    [Subscribe(With = nameof(WatchAsync))]
    [GraphQLName("activity")]
    public static Activity OnActivity(long? after, [EventMessage] Activity activity) => activity;

    internal static async Task<IAsyncEnumerable<Activity>> WatchAsync(long? after, WatchActivity watchActivity, CancellationToken cancellationToken) =>
        EventsAsync(await watchActivity.ExecuteAsync(after, cancellationToken), cancellationToken);

    private static async IAsyncEnumerable<Activity> EventsAsync(
        IAsyncEnumerable<SeenActivity> activities, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var activity in activities.WithCancellation(cancellationToken))
        {
            yield return new Activity(activity.Sequence, activity.At, activity.Subject);
        }
    }
}
