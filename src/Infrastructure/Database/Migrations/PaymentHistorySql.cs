namespace Webox.Infrastructure.Database.Migrations;

/// <summary>Gives payments their names, messages their references and events their messages. Runs unchanged on both databases.</summary>
internal static class PaymentHistorySql
{
    public const string Up =
        """
        INSERT INTO payment_references (provider, reference, payment_id)
        SELECT provider, 'webox-' || replace(lower(CAST(id AS text)), '-', ''), id FROM payment_intents;

        INSERT INTO payment_references (provider, reference, payment_id)
        SELECT provider, provider_reference, id FROM payment_intents WHERE provider_reference IS NOT NULL;

        INSERT INTO payment_inbox_references (provider, event_id, place, reference)
        SELECT provider, event_id, 1, provider_reference FROM payment_inbox WHERE provider_reference IS NOT NULL;

        UPDATE payment_events SET message_id = (
            SELECT min(m.event_id) FROM payment_inbox m
            WHERE m.provider = payment_events.provider AND m.provider_object = payment_events.provider_object
              AND m.kind = payment_events.kind AND m.applied_at IS NOT NULL);
        """;
}
