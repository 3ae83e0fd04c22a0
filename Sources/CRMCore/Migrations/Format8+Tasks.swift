/// Tasks and appointments.
extension Format8 {
  static let task = [
    """
    CREATE TABLE task (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER REFERENCES customer(id),
      "name" TEXT NOT NULL,
      "type" INTEGER REFERENCES task_type(id),
      "project" INTEGER REFERENCES project(id),
      "status" TEXT,
      "priority" TEXT,
      "start" TEXT,
      "due" TEXT,
      "owner" INTEGER REFERENCES user(id),
      "about" INTEGER,
      "repeat" TEXT,
      "until" TEXT,
      "series_code" TEXT,
      "series_values" TEXT,
      "finished" INTEGER,
      "description" TEXT,
      "result" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      name_fold TEXT,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX task_by_code ON task("code")
    """,
    """
    CREATE INDEX task_by_deleted ON task("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX task_by_customer_deleted_status_due ON task("customer", "deleted", "status", \
    "due")
    """,
    """
    CREATE INDEX task_by_due_status ON task("due", "status")
    """,
    """
    CREATE INDEX task_by_series_code ON task("series_code")
    """,
    """
    CREATE INDEX task_by_type ON task("type") WHERE "type" IS NOT NULL
    """,
    """
    CREATE INDEX task_by_project ON task("project") WHERE "project" IS NOT NULL
    """,
    """
    CREATE TABLE task_performers (
      record INTEGER NOT NULL REFERENCES task(id),
      target INTEGER NOT NULL REFERENCES user(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX task_performers_by_target_record ON task_performers("target", "record")
    """,
    """
    CREATE INDEX task_by_owner ON task("owner")
    """,
    """
    CREATE INDEX task_by_about ON task("about") WHERE "about" IS NOT NULL
    """,
    """
    CREATE INDEX task_by_repeat ON task("repeat") WHERE "repeat" IS NOT NULL
    """,
    """
    CREATE TABLE task_tags (
      record INTEGER NOT NULL REFERENCES task(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX task_tags_by_target_record ON task_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE task_search USING fts5(words, content='', columnsize=0, detail=none, \
    tokenize='unicode61 remove_diacritics 2')
    """,
  ]

  static let appointment = [
    """
    CREATE TABLE appointment (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER REFERENCES customer(id),
      "name" TEXT NOT NULL,
      "type" INTEGER REFERENCES task_type(id),
      "status" TEXT,
      "start" TEXT NOT NULL,
      "end" TEXT,
      "duration" INTEGER,
      "place" TEXT,
      "owner" INTEGER REFERENCES user(id),
      "about" INTEGER,
      "repeat" TEXT,
      "until" TEXT,
      "series_code" TEXT,
      "series_values" TEXT,
      "finished" INTEGER,
      "description" TEXT,
      "result" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      name_fold TEXT,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX appointment_by_code ON appointment("code")
    """,
    """
    CREATE INDEX appointment_by_deleted ON appointment("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX appointment_by_customer_deleted_status_start ON appointment("customer", \
    "deleted", "status", "start")
    """,
    """
    CREATE INDEX appointment_by_start_status ON appointment("start", "status")
    """,
    """
    CREATE INDEX appointment_by_series_code ON appointment("series_code")
    """,
    """
    CREATE INDEX appointment_by_type ON appointment("type") WHERE "type" IS NOT NULL
    """,
    """
    CREATE TABLE appointment_performers (
      record INTEGER NOT NULL REFERENCES appointment(id),
      target INTEGER NOT NULL REFERENCES user(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX appointment_performers_by_target_record ON appointment_performers("target", \
    "record")
    """,
    """
    CREATE INDEX appointment_by_owner ON appointment("owner")
    """,
    """
    CREATE INDEX appointment_by_about ON appointment("about") WHERE "about" IS NOT NULL
    """,
    """
    CREATE INDEX appointment_by_repeat ON appointment("repeat") WHERE "repeat" IS NOT NULL
    """,
    """
    CREATE TABLE appointment_tags (
      record INTEGER NOT NULL REFERENCES appointment(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX appointment_tags_by_target_record ON appointment_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE appointment_search USING fts5(words, content='', columnsize=0, \
    detail=none, tokenize='unicode61 remove_diacritics 2')
    """,
  ]
}
