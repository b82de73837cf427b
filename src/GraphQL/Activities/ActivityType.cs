namespace Webox.GraphQL.Activities;

/// <summary>Something that happened to one of the customer's orders, payments or generations.</summary>
/// <param name="Sequence">Counts from 1 without a gap, for each customer. Keep the last one you saw.</param>
public sealed record Activity(long Sequence, DateTimeOffset At, object Subject);

[ExtendObjectType<Activity>(IgnoreProperties = [nameof(Activity.Subject)])]
public static class ActivityType
{
    /// <summary>What it happened to, as it is now.</summary>
    [GraphQLType("ActivitySubject!")]
    public static object GetSubject([Parent] Activity activity) => activity.Subject;
}
