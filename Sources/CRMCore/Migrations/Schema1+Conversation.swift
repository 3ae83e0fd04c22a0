extension Schema1 {
  /// Conversation about customers.
  static let conversation = [
    """
    CREATE TABLE comment (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER NOT NULL REFERENCES customer(id),
      "text" TEXT NOT NULL,
      "author" INTEGER REFERENCES user(id),
      "date" TEXT,
      "exchange" INTEGER CHECK ("exchange" IN (0,1)),
      "keys" TEXT,
      "location" TEXT,
      "edited" INTEGER,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX comment_by_code ON comment("code")
    """,
    """
    CREATE INDEX comment_by_deleted ON comment("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX comment_by_customer_deleted ON comment("customer", "deleted")
    """,
    """
    CREATE INDEX comment_by_author ON comment("author") WHERE "author" IS NOT NULL
    """,
    """
    CREATE TABLE comment_mentions (
      record INTEGER NOT NULL REFERENCES comment(id),
      target INTEGER NOT NULL REFERENCES user(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX comment_mentions_by_target_record ON comment_mentions("target", "record")
    """,
    """
    CREATE TABLE comment_acknowledged (
      record INTEGER NOT NULL REFERENCES comment(id),
      target INTEGER NOT NULL REFERENCES user(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX comment_acknowledged_by_target_record ON comment_acknowledged("target", "record")
    """,
    """
    CREATE TABLE comment_likes (
      record INTEGER NOT NULL REFERENCES comment(id),
      target INTEGER NOT NULL REFERENCES user(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX comment_likes_by_target_record ON comment_likes("target", "record")
    """,
    """
    CREATE TABLE comment_unread_by (
      record INTEGER NOT NULL REFERENCES comment(id),
      target INTEGER NOT NULL REFERENCES user(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX comment_unread_by_by_target_record ON comment_unread_by("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE comment_search USING fts5(words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2')
    """,
  ]
}
