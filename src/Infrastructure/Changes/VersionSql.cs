using Microsoft.EntityFrameworkCore;
using Webox.Application.Changes;
using Webox.Infrastructure.Database;

namespace Webox.Infrastructure.Changes;

/// <summary>The versions of rows, of whatever table, in one statement.</summary>
internal static class VersionSql
{
    public static IQueryable<RowVersion> Query(WeboxDbContext db, IEnumerable<ChangeSubject> subjects, IReadOnlyList<Guid> ids)
    {
        // Both databases push the filter on "Id" into each branch, where it meets the primary key. Ids never repeat across tables.
        var tables = string.Join(" UNION ALL ", subjects.Distinct().Select(Select));
        return db.Database.SqlQueryRaw<RowVersion>(tables).Where(row => ids.Contains(row.Id));
    }

    private static string Select(ChangeSubject subject) => subject switch
    {
        ChangeSubject.Order => """SELECT id AS "Id", version AS "Version" FROM orders""",
        ChangeSubject.Activity => """
            SELECT c.id AS "Id", COALESCE(f.last_sequence, 0) AS "Version" FROM customers c LEFT JOIN activity_feeds f ON f.customer_id = c.id
            """,
        ChangeSubject.Generation => """SELECT id AS "Id", version AS "Version" FROM generations""",
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "No table holds this subject."),
    };
}

internal sealed record RowVersion(Guid Id, long Version);
