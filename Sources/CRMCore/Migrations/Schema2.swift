/// The second format: custom fields hold times and lengths of time, too.
enum Schema2 {
  static let statements = [
    "DROP INDEX custom_field_by_code",
    "DROP INDEX custom_field_by_deleted",
    "ALTER TABLE custom_field RENAME TO custom_field_before",
    """
    CREATE TABLE custom_field (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "kind" TEXT NOT NULL,
      "key" TEXT,
      "type" TEXT CHECK ("type" = 'text' OR "type" = 'long-text' OR "type" = 'choice' OR "type" = 'flag' OR "type" = 'integer' OR "type" = 'decimal' OR "type" = 'percent' OR "type" = 'money' OR "type" = 'day' OR "type" = 'yearly-day' OR "type" = 'moment' OR "type" = 'duration'),
      "choices" TEXT,
      "required" INTEGER CHECK ("required" IN (0,1)),
      "position" INTEGER,
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    "INSERT INTO custom_field SELECT * FROM custom_field_before",
    "DROP TABLE custom_field_before",
    """
    CREATE UNIQUE INDEX custom_field_by_code ON custom_field("code")
    """,
    """
    CREATE INDEX custom_field_by_deleted ON custom_field("deleted") WHERE deleted IS NOT NULL
    """,
  ]
}
