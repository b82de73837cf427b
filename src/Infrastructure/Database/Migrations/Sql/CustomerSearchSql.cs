namespace Webox.Infrastructure.Database.Migrations.Sql;

/// <summary>
/// What staff find the customers by who are there already. Accents stay in it until the customer changes their name or address: no function
/// of both databases takes them away.
/// </summary>
internal static class CustomerSearchSql
{
    public const string Up =
        """
        UPDATE customers SET search_text = lower(name || '
        ' || email);
        """;
}
