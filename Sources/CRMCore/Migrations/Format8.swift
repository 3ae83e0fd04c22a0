import CRMEngine

/// Format 8, frozen: tasks, appointments, calls, notes, consultations and their lists.
enum Format8 {
  static let step = Migrations.Step.sql(
    lists + task + appointment + call + note + consultation + order)

  static let lists = [
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

  static let order = [
    """
    ALTER TABLE sales_order ADD COLUMN "call_status" INTEGER REFERENCES call_status(id)
    """,
    """
    CREATE INDEX sales_order_by_call_status ON sales_order("call_status") \
    WHERE "call_status" IS NOT NULL
    """,
  ]
}
