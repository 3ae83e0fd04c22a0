/// Calls, notes and consultations.
extension Format8 {
  static let call = [
    """
    CREATE TABLE phone_call (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER NOT NULL REFERENCES customer(id),
      "direction" TEXT,
      "call_status" INTEGER REFERENCES call_status(id),
      "status" TEXT,
      "start" TEXT,
      "duration" INTEGER,
      "phone" TEXT,
      "owner" INTEGER REFERENCES user(id),
      "about" INTEGER,
      "content" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX phone_call_by_code ON phone_call("code")
    """,
    """
    CREATE INDEX phone_call_by_deleted ON phone_call("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX phone_call_by_customer_deleted_status_start ON phone_call("customer", \
    "deleted", "status", "start")
    """,
    """
    CREATE INDEX phone_call_by_start_status ON phone_call("start", "status")
    """,
    """
    CREATE INDEX phone_call_by_call_status ON phone_call("call_status") WHERE "call_status" \
    IS NOT NULL
    """,
    """
    CREATE INDEX phone_call_by_owner ON phone_call("owner")
    """,
    """
    CREATE INDEX phone_call_by_about ON phone_call("about") WHERE "about" IS NOT NULL
    """,
    """
    CREATE TABLE phone_call_tags (
      record INTEGER NOT NULL REFERENCES phone_call(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX phone_call_tags_by_target_record ON phone_call_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE phone_call_search USING fts5(words, content='', columnsize=0, \
    detail=none, tokenize='unicode61 remove_diacritics 2')
    """,
  ]

  static let note = [
    """
    CREATE TABLE note (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER REFERENCES customer(id),
      "title" TEXT,
      "content" TEXT NOT NULL,
      "owner" INTEGER REFERENCES user(id),
      "about" INTEGER,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX note_by_code ON note("code")
    """,
    """
    CREATE INDEX note_by_deleted ON note("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX note_by_customer_deleted_created ON note("customer", "deleted", "created")
    """,
    """
    CREATE INDEX note_by_owner ON note("owner")
    """,
    """
    CREATE INDEX note_by_about ON note("about") WHERE "about" IS NOT NULL
    """,
    """
    CREATE TABLE note_tags (
      record INTEGER NOT NULL REFERENCES note(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX note_tags_by_target_record ON note_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE note_search USING fts5(words, content='', columnsize=0, detail=none, \
    tokenize='unicode61 remove_diacritics 2')
    """,
  ]

  static let consultation = [
    """
    CREATE TABLE consultation (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER NOT NULL REFERENCES customer(id),
      "date" TEXT,
      "needs" TEXT,
      "content" TEXT,
      "owner" INTEGER REFERENCES user(id),
      "about" INTEGER,
      "result" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX consultation_by_code ON consultation("code")
    """,
    """
    CREATE INDEX consultation_by_deleted ON consultation("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX consultation_by_customer_deleted_date ON consultation("customer", "deleted", \
    "date")
    """,
    """
    CREATE TABLE consultation_products (
      record INTEGER NOT NULL REFERENCES consultation(id),
      target INTEGER NOT NULL REFERENCES product(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX consultation_products_by_target_record ON consultation_products("target", \
    "record")
    """,
    """
    CREATE INDEX consultation_by_owner ON consultation("owner")
    """,
    """
    CREATE INDEX consultation_by_about ON consultation("about") WHERE "about" IS NOT NULL
    """,
    """
    CREATE TABLE consultation_tags (
      record INTEGER NOT NULL REFERENCES consultation(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX consultation_tags_by_target_record ON consultation_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE consultation_search USING fts5(words, content='', columnsize=0, \
    detail=none, tokenize='unicode61 remove_diacritics 2')
    """,
  ]
}
