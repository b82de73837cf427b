using Webox.Infrastructure.Generations.Queue;

namespace Webox.Infrastructure.Generations.Limits;

/// <summary>The statements of <see cref="ProviderBudget"/>, once for both databases, by the database's own clock.</summary>
internal sealed class ProviderBudgetSql(QueueDialect dialect)
{
    /// <summary>Parameters: 0 provider, 1 slots, 2 the beginning of time.</summary>
    public const string Prepare = """
        WITH RECURSIVE slot (number) AS (SELECT 0 UNION ALL SELECT number + 1 FROM slot WHERE number + 1 < {1})
        INSERT INTO provider_call_slots (provider, number, called_at) SELECT {0}, number, {2} FROM slot WHERE true
        ON CONFLICT DO NOTHING
        """;

    /// <summary>Takes the slot that was used longest ago, if that is a window ago. Parameters: 0 provider, 1 slots, 2 window in milliseconds.</summary>
    public string Take { get; } = $$"""
        UPDATE provider_call_slots SET called_at = {{dialect.Now}}
        WHERE provider = {0} AND number = (
            SELECT g.number FROM provider_call_slots AS g
            WHERE g.provider = {0} AND g.number < {1} AND {{dialect.Plus("g.called_at", "{2}")}} <= {{dialect.Now}}
            ORDER BY g.called_at LIMIT 1 {{dialect.SkipLocked}})
        """;

    /// <summary>Pauses the provider until its next slot is free. Parameters as above.</summary>
    public string PauseUntilSlot { get; } = $$"""
        INSERT INTO provider_pauses (provider, until)
        SELECT {0}, {{dialect.Plus("min(called_at)", "{2}")}} FROM provider_call_slots WHERE provider = {0} AND number < {1}
        ON CONFLICT (provider) DO UPDATE SET until = excluded.until WHERE provider_pauses.until < excluded.until
        """;

    /// <summary>Parameters: 0 provider, 1 milliseconds.</summary>
    public string Pause { get; } = $$"""
        INSERT INTO provider_pauses (provider, until) VALUES ({0}, {{dialect.After("{1}")}})
        ON CONFLICT (provider) DO UPDATE SET until = excluded.until WHERE provider_pauses.until < excluded.until
        """;

    /// <summary>Parameter: 0 provider.</summary>
    public string IsPaused { get; } = $$"""
        SELECT count(*) AS "Value" FROM provider_pauses WHERE provider = {0} AND until > {{dialect.Now}}
        """;
}
