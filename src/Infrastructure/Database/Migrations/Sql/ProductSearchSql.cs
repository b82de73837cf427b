namespace Webox.Infrastructure.Database.Migrations.Sql;

/// <summary>
/// The indexes that products are searched by. EF Core changes a table of SQLite by making it anew, at the end of the migration, and the
/// triggers go with the old one: this belongs into a migration of its own, and after one that makes <c>products</c> anew, into another, first
/// down, then up. On PostgreSQL no column that <c>search</c> is made of can change its type without the same.
/// </summary>
internal static class ProductSearchSql
{
    /// <summary>
    /// An FTS5 table without the text itself, https://www.sqlite.org/fts5.html#contentless_delete_tables, and the numbers it knows products by:
    /// a rowid of its own would change when SQLite vacuums.
    /// </summary>
    public static readonly string SqliteUp =
        $"""
        CREATE TABLE product_search_rows (
            id INTEGER PRIMARY KEY,
            product_id TEXT NOT NULL UNIQUE REFERENCES products (id) ON DELETE CASCADE
        );

        CREATE VIRTUAL TABLE product_search USING fts5(
            name, description, long_description,
            content='', contentless_delete=1, prefix='2 3', tokenize='unicode61 remove_diacritics 2');

        INSERT INTO product_search_rows (product_id) SELECT id FROM products;
        INSERT INTO product_search (rowid, name, description, long_description)
        SELECT r.id, {Spelled("p.name")}, {Spelled("p.description")}, {Spelled("p.long_description")}
        FROM products p JOIN product_search_rows r ON r.product_id = p.id;

        CREATE TRIGGER products_search_insert AFTER INSERT ON products BEGIN
            INSERT INTO product_search_rows (product_id) VALUES (NEW.id);
            INSERT INTO product_search (rowid, name, description, long_description)
            SELECT id, {Spelled("NEW.name")}, {Spelled("NEW.description")}, {Spelled("NEW.long_description")}
            FROM product_search_rows WHERE product_id = NEW.id;
        END;

        CREATE TRIGGER products_search_update AFTER UPDATE OF name, description, long_description ON products BEGIN
            DELETE FROM product_search WHERE rowid = (SELECT id FROM product_search_rows WHERE product_id = NEW.id);
            INSERT INTO product_search (rowid, name, description, long_description)
            SELECT id, {Spelled("NEW.name")}, {Spelled("NEW.description")}, {Spelled("NEW.long_description")}
            FROM product_search_rows WHERE product_id = NEW.id;
        END;

        CREATE TRIGGER products_search_delete BEFORE DELETE ON products BEGIN
            DELETE FROM product_search WHERE rowid = (SELECT id FROM product_search_rows WHERE product_id = OLD.id);
            DELETE FROM product_search_rows WHERE product_id = OLD.id;
        END;
        """;

    public const string SqliteDown =
        """
        DROP TRIGGER IF EXISTS products_search_insert;
        DROP TRIGGER IF EXISTS products_search_update;
        DROP TRIGGER IF EXISTS products_search_delete;
        DROP TABLE IF EXISTS product_search;
        DROP TABLE IF EXISTS product_search_rows;
        """;

    /// <summary>
    /// Whole words for those who type the beginning of one, and French stems for those who do not write the same form. Accents go by
    /// decomposition, which needs no extension. Punctuation is space, or <c>node.js</c> would be the name of a host. Trigrams, for words that
    /// are misspelled, are there where the server has them and lets this user have them.
    /// </summary>
    public const string PostgresUp =
        """
        CREATE FUNCTION search_spelling(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
        $$
            SELECT translate(
                lower(regexp_replace(
                    normalize(replace(replace(replace(replace($1, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae'), NFD),
                    '[\u0300-\u036f]', '', 'g')),
                '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~’«»…–—·•', repeat(' ', 40))
        $$;

        ALTER TABLE products ADD COLUMN search tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple', search_spelling(name)) || to_tsvector('french', search_spelling(name)), 'A')
            || setweight(to_tsvector('simple', search_spelling(coalesce(description, ''))) || to_tsvector('french', search_spelling(coalesce(description, ''))), 'B')
            || setweight(to_tsvector('simple', search_spelling(coalesce(long_description, ''))) || to_tsvector('french', search_spelling(coalesce(long_description, ''))), 'C')
        ) STORED;

        CREATE INDEX ix_products_search ON products USING gin (search);

        DO $$
        BEGIN
            IF EXISTS (SELECT FROM pg_available_extensions WHERE name = 'pg_trgm') THEN
                CREATE EXTENSION IF NOT EXISTS pg_trgm;
                CREATE INDEX ix_products_sort_name_trigrams ON products USING gin (sort_name gin_trgm_ops);
            END IF;
        EXCEPTION WHEN insufficient_privilege THEN
            RAISE NOTICE 'Searches do without trigrams: %', SQLERRM;
        END $$;
        """;

    public const string PostgresDown =
        """
        DROP INDEX IF EXISTS ix_products_sort_name_trigrams;
        ALTER TABLE products DROP COLUMN IF EXISTS search;
        DROP FUNCTION IF EXISTS search_spelling(text);
        """;

    // The tokenizer removes accents, but a ligature is no accent.
    private static string Spelled(string column) => $"replace(replace(replace(replace({column}, 'œ', 'oe'), 'Œ', 'oe'), 'æ', 'ae'), 'Æ', 'ae')";
}
