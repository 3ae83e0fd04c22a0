/// The tables the engine keeps beside those of kinds, as they are now.
enum EngineTables {
  static let statements = [
    """
    CREATE TABLE operation (
      id INTEGER PRIMARY KEY,
      time INTEGER NOT NULL,
      actor TEXT NOT NULL,
      command TEXT NOT NULL,
      undoes INTEGER REFERENCES operation(id),
      first_change INTEGER NOT NULL,
      last_change INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE INDEX operation_by_undoes ON operation(undoes)",
    """
    CREATE TABLE change (
      id INTEGER PRIMARY KEY,
      operation INTEGER NOT NULL,
      kind INTEGER NOT NULL,
      record INTEGER NOT NULL,
      action INTEGER NOT NULL,
      fields TEXT
    ) STRICT
    """,
    "CREATE INDEX change_by_record ON change(kind, record)",
    """
    CREATE TABLE numbering (
      kind INTEGER PRIMARY KEY,
      next_id INTEGER NOT NULL,
      next_code INTEGER NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE import_sheet (
      operation INTEGER NOT NULL REFERENCES operation(id),
      place INTEGER NOT NULL,
      file TEXT NOT NULL,
      sheet TEXT,
      kind INTEGER NOT NULL,
      rows INTEGER NOT NULL,
      added INTEGER NOT NULL,
      updated INTEGER NOT NULL,
      unchanged INTEGER NOT NULL,
      rejected INTEGER NOT NULL,
      rejects TEXT,
      first_change INTEGER NOT NULL,
      last_change INTEGER NOT NULL,
      PRIMARY KEY (operation, place)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE notification (
      recipient INTEGER NOT NULL,
      number INTEGER NOT NULL,
      operation INTEGER NOT NULL REFERENCES operation(id),
      event TEXT NOT NULL,
      kind INTEGER NOT NULL,
      record INTEGER,
      count INTEGER NOT NULL,
      text TEXT,
      read INTEGER REFERENCES operation(id),
      PRIMARY KEY (recipient, number)
    ) STRICT, WITHOUT ROWID
    """,
    Spellings.table,
    "CREATE INDEX notification_unanswered ON notification(kind, record) "
      + "WHERE event = 'approval' AND read IS NULL",
  ]
}
