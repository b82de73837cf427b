using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Postgres
{
    /// <inheritdoc />
    internal partial class Payments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_payment_events_payment_id",
                table: "payment_events");

            migrationBuilder.DropCheckConstraint(
                name: "ck_order_lines_amounts",
                table: "order_lines");

            migrationBuilder.AddColumn<string>(
                name: "action",
                table: "payment_intents",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "capture_asked_at",
                table: "payment_intents",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "captures_later",
                table: "payment_intents",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "flow",
                table: "payment_intents",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "Embedded");

            migrationBuilder.AddColumn<long>(
                name: "refunds_asked_minor_units",
                table: "payment_intents",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "return_url",
                table: "payment_intents",
                type: "character varying(2000)",
                maxLength: 2000,
                nullable: false,
                defaultValue: "about:blank");

            migrationBuilder.AddColumn<string>(
                name: "message_id",
                table: "payment_events",
                type: "character varying(255)",
                maxLength: 255,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "returned_quantity",
                table: "order_lines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<Guid>(
                name: "refund_id",
                table: "credit_entries",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "customer_records",
                columns: table => new
                {
                    provider = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_customer_records", x => new { x.provider, x.customer_id });
                    table.ForeignKey(
                        name: "fk_customer_records_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "payment_inbox_references",
                columns: table => new
                {
                    place = table.Column<int>(type: "integer", nullable: false),
                    provider = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    event_id = table.Column<string>(type: "character varying(255)", nullable: false),
                    reference = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_inbox_references", x => new { x.provider, x.event_id, x.place });
                    table.ForeignKey(
                        name: "fk_payment_inbox_references_payment_inbox_provider_event_id",
                        columns: x => new { x.provider, x.event_id },
                        principalTable: "payment_inbox",
                        principalColumns: new[] { "provider", "event_id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "payment_references",
                columns: table => new
                {
                    provider = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    reference = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_payment_references", x => new { x.provider, x.reference });
                    table.ForeignKey(
                        name: "fk_payment_references_payment_intents_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payment_intents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refunds",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    payment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    amount_minor_units = table.Column<long>(type: "bigint", nullable: false),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    idempotency_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    request_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    status = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    provider_reference = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: true),
                    credits_taken_back = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refunds", x => x.id);
                    table.CheckConstraint("ck_refunds_amount", "amount_minor_units > 0 AND credits_taken_back >= 0");
                    table.ForeignKey(
                        name: "fk_refunds_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_refunds_payment_intents_payment_id",
                        column: x => x.payment_id,
                        principalTable: "payment_intents",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "refund_lines",
                columns: table => new
                {
                    order_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    refund_id = table.Column<Guid>(type: "uuid", nullable: false),
                    quantity = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_refund_lines", x => new { x.refund_id, x.order_line_id });
                    table.CheckConstraint("ck_refund_lines_quantity", "quantity > 0");
                    table.ForeignKey(
                        name: "fk_refund_lines_refunds_refund_id",
                        column: x => x.refund_id,
                        principalTable: "refunds",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_payment_intents_created_at",
                table: "payment_intents",
                column: "created_at",
                filter: "status NOT IN ('Succeeded', 'Canceled')");

            migrationBuilder.AddCheckConstraint(
                name: "ck_payment_intents_refunds",
                table: "payment_intents",
                sql: "refunds_asked_minor_units BETWEEN 0 AND captured_minor_units");

            migrationBuilder.CreateIndex(
                name: "ix_payment_inbox_provider_received_at",
                table: "payment_inbox",
                columns: new[] { "provider", "received_at" },
                filter: "applied_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_payment_events_payment_id_kind",
                table: "payment_events",
                columns: new[] { "payment_id", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_events_provider_message_id",
                table: "payment_events",
                columns: new[] { "provider", "message_id" });

            migrationBuilder.CreateIndex(
                name: "ix_orders_status",
                table: "orders",
                column: "status",
                filter: "status = 'InReview'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_order_lines_amounts",
                table: "order_lines",
                sql: "quantity BETWEEN 1 AND 999 AND unit_price_minor_units > 0 AND credits_granted >= 0 AND returned_quantity BETWEEN 0 AND quantity");

            migrationBuilder.CreateIndex(
                name: "ix_credit_entries_order_id_kind",
                table: "credit_entries",
                columns: new[] { "order_id", "kind" },
                unique: true,
                filter: "kind = 'Refund' AND refund_id IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_credit_entries_refund_id_kind",
                table: "credit_entries",
                columns: new[] { "refund_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_customer_records_customer_id",
                table: "customer_records",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_payment_inbox_references_provider_reference",
                table: "payment_inbox_references",
                columns: new[] { "provider", "reference" });

            migrationBuilder.CreateIndex(
                name: "ix_payment_references_payment_id",
                table: "payment_references",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "ix_refunds_created_at",
                table: "refunds",
                column: "created_at",
                filter: "status = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_refunds_order_id_idempotency_key",
                table: "refunds",
                columns: new[] { "order_id", "idempotency_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_refunds_payment_id_provider_reference",
                table: "refunds",
                columns: new[] { "payment_id", "provider_reference" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "customer_records");

            migrationBuilder.DropTable(
                name: "payment_inbox_references");

            migrationBuilder.DropTable(
                name: "payment_references");

            migrationBuilder.DropTable(
                name: "refund_lines");

            migrationBuilder.DropTable(
                name: "refunds");

            migrationBuilder.DropIndex(
                name: "ix_payment_intents_created_at",
                table: "payment_intents");

            migrationBuilder.DropCheckConstraint(
                name: "ck_payment_intents_refunds",
                table: "payment_intents");

            migrationBuilder.DropIndex(
                name: "ix_payment_inbox_provider_received_at",
                table: "payment_inbox");

            migrationBuilder.DropIndex(
                name: "ix_payment_events_payment_id_kind",
                table: "payment_events");

            migrationBuilder.DropIndex(
                name: "ix_payment_events_provider_message_id",
                table: "payment_events");

            migrationBuilder.DropIndex(
                name: "ix_orders_status",
                table: "orders");

            migrationBuilder.DropCheckConstraint(
                name: "ck_order_lines_amounts",
                table: "order_lines");

            migrationBuilder.DropIndex(
                name: "ix_credit_entries_order_id_kind",
                table: "credit_entries");

            migrationBuilder.DropIndex(
                name: "ix_credit_entries_refund_id_kind",
                table: "credit_entries");

            migrationBuilder.DropColumn(
                name: "action",
                table: "payment_intents");

            migrationBuilder.DropColumn(
                name: "capture_asked_at",
                table: "payment_intents");

            migrationBuilder.DropColumn(
                name: "captures_later",
                table: "payment_intents");

            migrationBuilder.DropColumn(
                name: "flow",
                table: "payment_intents");

            migrationBuilder.DropColumn(
                name: "refunds_asked_minor_units",
                table: "payment_intents");

            migrationBuilder.DropColumn(
                name: "return_url",
                table: "payment_intents");

            migrationBuilder.DropColumn(
                name: "message_id",
                table: "payment_events");

            migrationBuilder.DropColumn(
                name: "returned_quantity",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "refund_id",
                table: "credit_entries");

            migrationBuilder.CreateIndex(
                name: "ix_payment_events_payment_id",
                table: "payment_events",
                column: "payment_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_order_lines_amounts",
                table: "order_lines",
                sql: "quantity BETWEEN 1 AND 999 AND unit_price_minor_units > 0 AND credits_granted >= 0");
        }
    }
}
