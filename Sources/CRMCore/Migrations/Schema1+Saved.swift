extension Schema1 {
  /// Views, import mappings, shares and settings.
  static let saved = [
    """
    CREATE TABLE saved_view (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "kind" TEXT NOT NULL,
      "condition" TEXT,
      "columns" TEXT,
      "sort" TEXT,
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX saved_view_by_code ON saved_view("code")
    """,
    """
    CREATE INDEX saved_view_by_deleted ON saved_view("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX saved_view_by_name ON saved_view("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE import_mapping (
      id INTEGER PRIMARY KEY,
      "name" TEXT NOT NULL,
      "kind" TEXT,
      "map" TEXT,
      "set" TEXT,
      "only_columns" TEXT,
      "match" TEXT,
      "mode" TEXT CHECK ("mode" = 'add' OR "mode" = 'update' OR "mode" = 'upsert'),
      "blank" TEXT CHECK ("blank" = 'keep' OR "blank" = 'clear'),
      "create_missing" INTEGER CHECK ("create_missing" IN (0,1))
    ) STRICT
    """,
    """
    CREATE INDEX import_mapping_by_name ON import_mapping("name")
    """,
    """
    CREATE TABLE share (
      id INTEGER PRIMARY KEY,
      "record_kind" TEXT NOT NULL,
      "record" INTEGER NOT NULL,
      "principal_kind" TEXT NOT NULL,
      "principal" INTEGER NOT NULL,
      "rights" TEXT NOT NULL CHECK ("rights" = 'view' OR "rights" = 'edit')
    ) STRICT
    """,
    """
    CREATE INDEX share_by_record_kind_record ON share("record_kind", "record")
    """,
    """
    CREATE INDEX share_by_principal_kind_principal ON share("principal_kind", "principal")
    """,
    """
    CREATE INDEX change_of_share ON change(json_extract(fields, '$.record')) WHERE kind = 20 AND action = 3
    """,
    """
    CREATE TABLE setting (
      id INTEGER PRIMARY KEY,
      "key" TEXT NOT NULL,
      "value" TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE INDEX setting_by_key ON setting("key")
    """,
  ]
}
