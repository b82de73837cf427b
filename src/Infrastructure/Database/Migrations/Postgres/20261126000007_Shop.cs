using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Webox.Infrastructure.Database.Migrations.Postgres
{
    /// <inheritdoc />
    internal partial class Shop : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_orders_total",
                table: "orders");

            migrationBuilder.DropCheckConstraint(
                name: "ck_order_lines_amounts",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "image_url",
                table: "products");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "products");

            migrationBuilder.AddColumn<string>(
                name: "images",
                table: "products",
                type: "text",
                nullable: false,
                defaultValueSql: "'[]'");

            migrationBuilder.AddColumn<int>(
                name: "rating_hundredths",
                table: "products",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "rating_sum",
                table: "products",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "review_count",
                table: "products",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "sample_rating",
                table: "products",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "weight_grams",
                table: "products",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "fulfilled_at",
                table: "orders",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "prices_include_tax",
                table: "orders",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "promo_code",
                table: "orders",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "promo_code_id",
                table: "orders",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "tracking_number",
                table: "orders",
                type: "character varying(100)",
                maxLength: 100,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "discount_minor_units",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<long>(
                name: "shipping_minor_units",
                table: "order_lines",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "tax_basis_points",
                table: "order_lines",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "language",
                table: "customers",
                type: "character varying(24)",
                maxLength: 24,
                nullable: false,
                defaultValue: "Fr");

            migrationBuilder.AddColumn<int>(
                name: "month",
                table: "credit_entries",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "left_out",
                table: "carts",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "promo_code_id",
                table: "carts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "updated_at",
                table: "carts",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.CreateTable(
                name: "activities",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activities", x => new { x.customer_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "activity_feeds",
                columns: table => new
                {
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_sequence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_feeds", x => x.customer_id);
                });

            migrationBuilder.CreateTable(
                name: "email_tokens",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    email = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", maxLength: 32, nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_email_tokens", x => x.id);
                    table.ForeignKey(
                        name: "fk_email_tokens_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invoice_counters",
                columns: table => new
                {
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_counters", x => new { x.kind, x.year });
                });

            migrationBuilder.CreateTable(
                name: "invoices",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    taxes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    total_minor_units = table.Column<long>(type: "bigint", nullable: false),
                    sha256 = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoices", x => x.id);
                    table.CheckConstraint("ck_invoices_amounts", "total_minor_units >= 0 AND sequence > 0 AND bytes > 0");
                    table.ForeignKey(
                        name: "fk_invoices_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "licenses",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_line_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(33)", maxLength: 33, nullable: false),
                    seats = table.Column<int>(type: "integer", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    revoked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_licenses", x => x.id);
                    table.CheckConstraint("ck_licenses_seats", "seats >= 0 AND (seats = 0) = (revoked_at IS NOT NULL)");
                    table.ForeignKey(
                        name: "fk_licenses_orders_order_id",
                        column: x => x.order_id,
                        principalTable: "orders",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_licenses_products_product_id",
                        column: x => x.product_id,
                        principalTable: "products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "outgoing_mails",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    recipient = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: true),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    done_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outgoing_mails", x => x.id);
                    table.CheckConstraint("ck_outgoing_mails_done", "(done_at IS NULL) = (outcome IS NULL) AND (recipient IS NULL) = (done_at IS NOT NULL)");
                });

            migrationBuilder.CreateTable(
                name: "promo_codes",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    kind = table.Column<string>(type: "character varying(24)", maxLength: 24, nullable: false),
                    value = table.Column<long>(type: "bigint", nullable: false),
                    currency = table.Column<string>(type: "character varying(3)", maxLength: 3, nullable: false),
                    minimum_subtotal_minor_units = table.Column<long>(type: "bigint", nullable: false),
                    uses_max = table.Column<int>(type: "integer", nullable: true),
                    uses_per_customer_max = table.Column<int>(type: "integer", nullable: true),
                    use_count = table.Column<int>(type: "integer", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    active = table.Column<bool>(type: "boolean", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promo_codes", x => x.id);
                    table.CheckConstraint("ck_promo_codes_uses", "use_count >= 0 AND use_count <= uses_max AND uses_max > 0 AND uses_per_customer_max > 0");
                    table.CheckConstraint("ck_promo_codes_value", "value > 0 AND (kind <> 'Percent' OR value <= 100) AND minimum_subtotal_minor_units >= 0");
                });

            migrationBuilder.CreateTable(
                name: "reviews",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rating = table.Column<int>(type: "integer", nullable: false),
                    title = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    edited_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    hidden_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviews", x => x.id);
                    table.CheckConstraint("ck_reviews_rating", "rating BETWEEN 1 AND 5");
                    table.ForeignKey(
                        name: "fk_reviews_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_reviews_products_product_id",
                        column: x => x.product_id,
                        principalTable: "products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stock_changes",
                columns: table => new
                {
                    product_id = table.Column<Guid>(type: "uuid", nullable: false),
                    idempotency_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    units = table.Column<int>(type: "integer", nullable: false),
                    staff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_changes", x => new { x.product_id, x.idempotency_key });
                    table.ForeignKey(
                        name: "fk_stock_changes_products_product_id",
                        column: x => x.product_id,
                        principalTable: "products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "wishlist_items",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    product_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_wishlist_items", x => x.id);
                    table.ForeignKey(
                        name: "fk_wishlist_items_customers_customer_id",
                        column: x => x.customer_id,
                        principalTable: "customers",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_wishlist_items_products_product_id",
                        column: x => x.product_id,
                        principalTable: "products",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invoice_documents",
                columns: table => new
                {
                    invoice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invoice_documents", x => x.invoice_id);
                    table.ForeignKey(
                        name: "fk_invoice_documents_invoices_invoice_id",
                        column: x => x.invoice_id,
                        principalTable: "invoices",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_products_created_at_slug",
                table: "products",
                columns: new[] { "created_at", "slug" },
                filter: "is_for_sale");

            migrationBuilder.CreateIndex(
                name: "ix_products_price_minor_units_slug",
                table: "products",
                columns: new[] { "price_minor_units", "slug" },
                filter: "is_for_sale");

            migrationBuilder.CreateIndex(
                name: "ix_products_rating_hundredths_slug",
                table: "products",
                columns: new[] { "rating_hundredths", "slug" },
                filter: "is_for_sale");

            migrationBuilder.CreateIndex(
                name: "ix_products_sold_quantity_slug",
                table: "products",
                columns: new[] { "sold_quantity", "slug" },
                filter: "is_for_sale");

            migrationBuilder.CreateIndex(
                name: "ix_products_sort_name_slug",
                table: "products",
                columns: new[] { "sort_name", "slug" },
                filter: "is_for_sale");

            migrationBuilder.AddCheckConstraint(
                name: "ck_products_rating",
                table: "products",
                sql: "review_count >= 0 AND rating_sum BETWEEN review_count AND 5 * review_count AND (review_count = 0) = (rating_hundredths = 0)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_products_weight",
                table: "products",
                sql: "weight_grams >= 0 AND (weight_grams = 0 OR kind = 'Physical')");

            migrationBuilder.CreateIndex(
                name: "ix_orders_paid_at",
                table: "orders",
                column: "paid_at");

            migrationBuilder.CreateIndex(
                name: "ix_orders_promo_code_id",
                table: "orders",
                column: "promo_code_id");

            migrationBuilder.AddCheckConstraint(
                name: "ck_orders_promo_code",
                table: "orders",
                sql: "(promo_code IS NULL) = (promo_code_id IS NULL) AND (promo_code IS NOT NULL OR discount_minor_units = 0)");

            migrationBuilder.AddCheckConstraint(
                name: "ck_orders_total",
                table: "orders",
                sql: "total_minor_units = subtotal_minor_units - discount_minor_units + shipping_minor_units + CASE WHEN prices_include_tax THEN 0 ELSE tax_minor_units END");

            migrationBuilder.AddCheckConstraint(
                name: "ck_order_lines_amounts",
                table: "order_lines",
                sql: "quantity BETWEEN 1 AND 999 AND unit_price_minor_units > 0 AND credits_granted >= 0 AND returned_quantity BETWEEN 0 AND quantity AND discount_minor_units BETWEEN 0 AND unit_price_minor_units * quantity AND shipping_minor_units >= 0 AND tax_basis_points >= 0");

            migrationBuilder.CreateIndex(
                name: "ix_credit_entries_customer_id_kind_month",
                table: "credit_entries",
                columns: new[] { "customer_id", "kind", "month" },
                unique: true,
                filter: "month IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_carts_promo_code_id",
                table: "carts",
                column: "promo_code_id");

            migrationBuilder.CreateIndex(
                name: "ix_carts_updated_at",
                table: "carts",
                column: "updated_at",
                filter: "customer_id IS NULL AND status <> 'Ordered'");

            migrationBuilder.CreateIndex(
                name: "ix_activities_at",
                table: "activities",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_email_tokens_customer_id",
                table: "email_tokens",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_email_tokens_expires_at",
                table: "email_tokens",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ix_email_tokens_hash",
                table: "email_tokens",
                column: "hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_kind_year_sequence",
                table: "invoices",
                columns: new[] { "kind", "year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_number",
                table: "invoices",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invoices_order_id",
                table: "invoices",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_licenses_key",
                table: "licenses",
                column: "key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_licenses_order_id",
                table: "licenses",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_licenses_order_line_id",
                table: "licenses",
                column: "order_line_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_licenses_product_id",
                table: "licenses",
                column: "product_id");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_customer_id_kind_created_at",
                table: "outgoing_mails",
                columns: new[] { "customer_id", "kind", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_done_at",
                table: "outgoing_mails",
                column: "done_at");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_due_at",
                table: "outgoing_mails",
                column: "due_at",
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_outgoing_mails_order_id_kind",
                table: "outgoing_mails",
                columns: new[] { "order_id", "kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_promo_codes_code",
                table: "promo_codes",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_promo_codes_created_at_code",
                table: "promo_codes",
                columns: new[] { "created_at", "code" });

            migrationBuilder.CreateIndex(
                name: "ix_reviews_customer_id",
                table: "reviews",
                column: "customer_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviews_product_id_customer_id",
                table: "reviews",
                columns: new[] { "product_id", "customer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviews_product_id_id",
                table: "reviews",
                columns: new[] { "product_id", "id" },
                filter: "hidden_reason IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_wishlist_items_customer_id_id",
                table: "wishlist_items",
                columns: new[] { "customer_id", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_wishlist_items_customer_id_product_id",
                table: "wishlist_items",
                columns: new[] { "customer_id", "product_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_wishlist_items_product_id",
                table: "wishlist_items",
                column: "product_id");

            migrationBuilder.AddForeignKey(
                name: "fk_carts_promo_codes_promo_code_id",
                table: "carts",
                column: "promo_code_id",
                principalTable: "promo_codes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "fk_orders_promo_codes_promo_code_id",
                table: "orders",
                column: "promo_code_id",
                principalTable: "promo_codes",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_carts_promo_codes_promo_code_id",
                table: "carts");

            migrationBuilder.DropForeignKey(
                name: "fk_orders_promo_codes_promo_code_id",
                table: "orders");

            migrationBuilder.DropTable(
                name: "activities");

            migrationBuilder.DropTable(
                name: "activity_feeds");

            migrationBuilder.DropTable(
                name: "email_tokens");

            migrationBuilder.DropTable(
                name: "invoice_counters");

            migrationBuilder.DropTable(
                name: "invoice_documents");

            migrationBuilder.DropTable(
                name: "licenses");

            migrationBuilder.DropTable(
                name: "outgoing_mails");

            migrationBuilder.DropTable(
                name: "promo_codes");

            migrationBuilder.DropTable(
                name: "reviews");

            migrationBuilder.DropTable(
                name: "stock_changes");

            migrationBuilder.DropTable(
                name: "wishlist_items");

            migrationBuilder.DropTable(
                name: "invoices");

            migrationBuilder.DropIndex(
                name: "ix_products_created_at_slug",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ix_products_price_minor_units_slug",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ix_products_rating_hundredths_slug",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ix_products_sold_quantity_slug",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ix_products_sort_name_slug",
                table: "products");

            migrationBuilder.DropCheckConstraint(
                name: "ck_products_rating",
                table: "products");

            migrationBuilder.DropCheckConstraint(
                name: "ck_products_weight",
                table: "products");

            migrationBuilder.DropIndex(
                name: "ix_orders_paid_at",
                table: "orders");

            migrationBuilder.DropIndex(
                name: "ix_orders_promo_code_id",
                table: "orders");

            migrationBuilder.DropCheckConstraint(
                name: "ck_orders_promo_code",
                table: "orders");

            migrationBuilder.DropCheckConstraint(
                name: "ck_orders_total",
                table: "orders");

            migrationBuilder.DropCheckConstraint(
                name: "ck_order_lines_amounts",
                table: "order_lines");

            migrationBuilder.DropIndex(
                name: "ix_credit_entries_customer_id_kind_month",
                table: "credit_entries");

            migrationBuilder.DropIndex(
                name: "ix_carts_promo_code_id",
                table: "carts");

            migrationBuilder.DropIndex(
                name: "ix_carts_updated_at",
                table: "carts");

            migrationBuilder.DropColumn(
                name: "images",
                table: "products");

            migrationBuilder.DropColumn(
                name: "rating_hundredths",
                table: "products");

            migrationBuilder.DropColumn(
                name: "rating_sum",
                table: "products");

            migrationBuilder.DropColumn(
                name: "review_count",
                table: "products");

            migrationBuilder.DropColumn(
                name: "sample_rating",
                table: "products");

            migrationBuilder.DropColumn(
                name: "weight_grams",
                table: "products");

            migrationBuilder.DropColumn(
                name: "fulfilled_at",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "prices_include_tax",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "promo_code",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "promo_code_id",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "tracking_number",
                table: "orders");

            migrationBuilder.DropColumn(
                name: "discount_minor_units",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "shipping_minor_units",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "tax_basis_points",
                table: "order_lines");

            migrationBuilder.DropColumn(
                name: "language",
                table: "customers");

            migrationBuilder.DropColumn(
                name: "month",
                table: "credit_entries");

            migrationBuilder.DropColumn(
                name: "left_out",
                table: "carts");

            migrationBuilder.DropColumn(
                name: "promo_code_id",
                table: "carts");

            migrationBuilder.DropColumn(
                name: "updated_at",
                table: "carts");

            migrationBuilder.AddColumn<string>(
                name: "image_url",
                table: "products",
                type: "character varying(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "products",
                type: "character varying(6000)",
                maxLength: 6000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddCheckConstraint(
                name: "ck_orders_total",
                table: "orders",
                sql: "total_minor_units = subtotal_minor_units - discount_minor_units + shipping_minor_units + tax_minor_units");

            migrationBuilder.AddCheckConstraint(
                name: "ck_order_lines_amounts",
                table: "order_lines",
                sql: "quantity BETWEEN 1 AND 999 AND unit_price_minor_units > 0 AND credits_granted >= 0 AND returned_quantity BETWEEN 0 AND quantity");
        }
    }
}
