using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Postgres
{
    /// <inheritdoc />
    internal partial class PaymentHistory : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(PaymentHistorySql.Up);
            migrationBuilder.DropIndex(name: "ix_payment_inbox_provider_provider_reference", table: "payment_inbox");
            migrationBuilder.DropColumn(name: "kind", table: "payment_inbox");
            migrationBuilder.DropColumn(name: "provider_object", table: "payment_inbox");
            migrationBuilder.DropColumn(name: "provider_reference", table: "payment_inbox");
            migrationBuilder.AddForeignKey(
                name: "fk_payment_events_payment_inbox_provider_message_id",
                table: "payment_events",
                columns: new[] { "provider", "message_id" },
                principalTable: "payment_inbox",
                principalColumns: new[] { "provider", "event_id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new System.NotSupportedException("What providers said is not taken apart again.");
    }
}
