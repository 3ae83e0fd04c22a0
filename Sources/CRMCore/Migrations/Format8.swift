import CRMEngine

/// Format 8, frozen: tasks, appointments, calls, notes, consultations and their lists.
enum Format8 {
  static let step = Migrations.Step.sql(
    lists + task + appointment + call + note + consultation + order)

  private static let lists = [
    """
    CREATE TABLE project (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX project_by_code ON project("code")
    """,
    """
    CREATE INDEX project_by_deleted ON project("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX project_by_name ON project("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE task_type (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX task_type_by_code ON task_type("code")
    """,
    """
    CREATE INDEX task_type_by_deleted ON task_type("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX task_type_by_name ON task_type("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE call_status (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "connected" INTEGER CHECK ("connected" IN (0,1)),
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX call_status_by_code ON call_status("code")
    """,
    """
    CREATE INDEX call_status_by_deleted ON call_status("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX call_status_by_name ON call_status("name") WHERE deleted IS NULL
    """,
  ]

  private static let task = [
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

  private static let appointment = [
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

  private static let call = [
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

  private static let note = [
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

  private static let consultation = [
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

  private static let order = [
    """
    ALTER TABLE sales_order ADD COLUMN "call_status" INTEGER REFERENCES call_status(id)
    """,
    """
    CREATE INDEX sales_order_by_call_status ON sales_order("call_status") \
    WHERE "call_status" IS NOT NULL
    """,
  ]
}
