import CRMEngine

/// Format 3, frozen: payments, and what orders show of them.
enum Format3 {
  static let step = Migrations.Step.sql(payment + parts + order)

  private static let payment = [
    """
    CREATE TABLE payment (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER NOT NULL REFERENCES customer(id),
      "amount" INTEGER NOT NULL,
      "payment_method" INTEGER REFERENCES payment_method(id),
      "date" TEXT,
      "status" TEXT,
      "owner" INTEGER REFERENCES user(id),
      "note" TEXT,
      "approval" TEXT,
      "approval_note" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX payment_by_code ON payment("code")
    """,
    """
    CREATE INDEX payment_by_deleted ON payment("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX payment_by_customer_deleted_status_date_amount \
    ON payment("customer", "deleted", "status", "date", "amount")
    """,
    """
    CREATE INDEX payment_by_payment_method ON payment("payment_method") \
    WHERE "payment_method" IS NOT NULL
    """,
    """
    CREATE INDEX payment_by_owner ON payment("owner")
    """,
    """
    CREATE TABLE payment_tags (
      record INTEGER NOT NULL REFERENCES payment(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX payment_tags_by_target_record ON payment_tags("target", "record")
    """,
  ]

  private static let parts = [
    """
    CREATE TABLE payment_order (
      id INTEGER PRIMARY KEY,
      "payment" INTEGER NOT NULL REFERENCES payment(id),
      "order" INTEGER NOT NULL REFERENCES sales_order(id),
      "allocated" INTEGER
    ) STRICT
    """,
    """
    CREATE INDEX payment_order_by_payment ON payment_order("payment")
    """,
    """
    CREATE INDEX payment_order_by_order ON payment_order("order")
    """,
    """
    CREATE INDEX change_of_payment_order ON change(json_extract(fields, '$.payment')) \
    WHERE kind = 35 AND action = 3
    """,
    """
    CREATE TABLE payment_contract (
      id INTEGER PRIMARY KEY,
      "payment" INTEGER NOT NULL REFERENCES payment(id),
      "contract" INTEGER NOT NULL REFERENCES contract(id),
      "allocated" INTEGER
    ) STRICT
    """,
    """
    CREATE INDEX payment_contract_by_payment ON payment_contract("payment")
    """,
    """
    CREATE INDEX payment_contract_by_contract ON payment_contract("contract")
    """,
    """
    CREATE INDEX change_of_payment_contract ON change(json_extract(fields, '$.payment')) \
    WHERE kind = 36 AND action = 3
    """,
  ]

  private static let order = [
    """
    ALTER TABLE sales_order ADD COLUMN "paid" INTEGER
    """,
    """
    ALTER TABLE sales_order ADD COLUMN "left" INTEGER
    """,
    """
    UPDATE sales_order SET "paid" = 0, "left" = total
    """,
  ]
}
