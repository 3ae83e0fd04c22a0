extension Schema1 {
  /// Orders with their lines and payment methods, contracts.
  static let sales = [
    """
    CREATE TABLE payment_method (
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
    CREATE UNIQUE INDEX payment_method_by_code ON payment_method("code")
    """,
    """
    CREATE INDEX payment_method_by_deleted ON payment_method("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX payment_method_by_name ON payment_method("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE sales_order (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER NOT NULL REFERENCES customer(id),
      "date" TEXT,
      "kind" TEXT CHECK ("kind" = 'sale' OR "kind" = 'purchase'),
      "channel" TEXT CHECK ("channel" = 'tele' OR "channel" = 'f2f'),
      "status" TEXT CHECK ("status" = 'draft' OR "status" = 'confirmed' OR "status" = 'delivered' OR "status" = 'cancelled'),
      "payment_method" INTEGER REFERENCES payment_method(id),
      "delivery_date" TEXT,
      "delivery_address" TEXT,
      "owner" INTEGER REFERENCES user(id),
      "note" TEXT,
      "subtotal" INTEGER,
      "tax_total" INTEGER,
      "total" INTEGER,
      "approval" TEXT CHECK ("approval" = 'none' OR "approval" = 'submitted' OR "approval" = 'approved' OR "approval" = 'rejected'),
      "approval_note" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX sales_order_by_code ON sales_order("code")
    """,
    """
    CREATE INDEX sales_order_by_deleted ON sales_order("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX sales_order_by_customer_deleted_kind_status_date_total ON sales_order("customer", "deleted", "kind", "status", "date", "total")
    """,
    """
    CREATE INDEX sales_order_by_payment_method ON sales_order("payment_method") WHERE "payment_method" IS NOT NULL
    """,
    """
    CREATE INDEX sales_order_by_owner ON sales_order("owner")
    """,
    """
    CREATE TABLE sales_order_tags (
      record INTEGER NOT NULL REFERENCES sales_order(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX sales_order_tags_by_target_record ON sales_order_tags("target", "record")
    """,
    """
    CREATE TABLE order_line (
      id INTEGER PRIMARY KEY,
      "order" INTEGER NOT NULL REFERENCES sales_order(id),
      "product" INTEGER NOT NULL REFERENCES product(id),
      "quantity" INTEGER,
      "price" INTEGER,
      "discount" INTEGER,
      "tax" INTEGER,
      "subtotal" INTEGER,
      "tax_amount" INTEGER,
      "total" INTEGER
    ) STRICT
    """,
    """
    CREATE INDEX change_of_order_line ON change(json_extract(fields, '$.order')) WHERE kind = 16 AND action = 3
    """,
    """
    CREATE INDEX order_line_by_order ON order_line("order")
    """,
    """
    CREATE INDEX order_line_by_product ON order_line("product")
    """,
    """
    CREATE TABLE contract (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER NOT NULL REFERENCES customer(id),
      "name" TEXT NOT NULL,
      "kind" TEXT CHECK ("kind" = 'sale' OR "kind" = 'purchase'),
      "form" TEXT CHECK ("form" = 'new' OR "form" = 'renewal'),
      "value" INTEGER,
      "status" TEXT CHECK ("status" = 'draft' OR "status" = 'active' OR "status" = 'completed' OR "status" = 'expired' OR "status" = 'cancelled'),
      "date" TEXT,
      "effective_date" TEXT,
      "expiry_date" TEXT,
      "term" INTEGER,
      "mark_signed" INTEGER CHECK ("mark_signed" IN (0,1)),
      "owner" INTEGER REFERENCES user(id),
      "description" TEXT,
      "approval" TEXT CHECK ("approval" = 'none' OR "approval" = 'submitted' OR "approval" = 'approved' OR "approval" = 'rejected'),
      "approval_note" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      name_fold TEXT,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX contract_by_code ON contract("code")
    """,
    """
    CREATE INDEX contract_by_deleted ON contract("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX contract_by_customer_deleted_status_date_value ON contract("customer", "deleted", "status", "date", "value")
    """,
    """
    CREATE INDEX contract_by_expiry_date ON contract("expiry_date")
    """,
    """
    CREATE INDEX contract_by_owner ON contract("owner")
    """,
    """
    CREATE TABLE contract_tags (
      record INTEGER NOT NULL REFERENCES contract(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX contract_tags_by_target_record ON contract_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE contract_search USING fts5(words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2')
    """,
  ]
}
