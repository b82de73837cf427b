using Microsoft.EntityFrameworkCore;
using Webox.Domain.Activities;
using Webox.Domain.Generations;
using Webox.Domain.Orders;
using Webox.Domain.Payments;

namespace Webox.Application.Activities;

/// <summary>What activities happened to, as it is now.</summary>
internal static class ActivitySubjects
{
    /// <returns>An <see cref="Order"/>, <see cref="Payment"/> or <see cref="Generation"/>. Null when it was deleted since.</returns>
    public static async Task<object?> FindSubjectAsync(this IWeboxDb db, Activity activity, CancellationToken cancellationToken) => activity.Kind switch
    {
        ActivityKind.Order => await db.Orders.AsNoTracking().FirstOrDefaultAsync(order => order.Id == OrderId.From(activity.SubjectId), cancellationToken),
        ActivityKind.Payment => await db.Payments.AsNoTracking().FirstOrDefaultAsync(payment => payment.Id == PaymentId.From(activity.SubjectId), cancellationToken),
        ActivityKind.Generation => await db.Generations.AsNoTracking().FirstOrDefaultAsync(g => g.Id == GenerationId.From(activity.SubjectId), cancellationToken),
        var kind => throw new InvalidOperationException($"{kind} has no table."),
    };
}

/// <param name="Subject">The order, payment or generation as it is now.</param>
public sealed record SeenActivity(long Sequence, DateTimeOffset At, object Subject);
