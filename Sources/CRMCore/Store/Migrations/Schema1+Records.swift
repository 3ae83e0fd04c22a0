extension Schema1 {
  /// Everything that belongs to customers, and products.
  static let records = [
    """
    CREATE TABLE contact (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER NOT NULL REFERENCES customer(id),
      "name" TEXT NOT NULL,
      "position" TEXT,
      "phones" TEXT,
      "emails" TEXT,
      "birthday" TEXT,
      "main" INTEGER CHECK ("main" IN (0,1)),
      "description" TEXT,
      "owner" INTEGER REFERENCES user(id),
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
    CREATE UNIQUE INDEX contact_by_code ON contact("code")
    """,
    """
    CREATE INDEX contact_by_deleted ON contact("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX contact_by_customer_deleted ON contact("customer", "deleted")
    """,
    """
    CREATE TABLE contact_phones_key (
      key TEXT NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (key, record)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE contact_emails_key (
      key TEXT NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (key, record)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX contact_birthday_day ON contact(substr("birthday", -5))
    """,
    """
    CREATE INDEX contact_by_owner ON contact("owner")
    """,
    """
    CREATE TABLE contact_tags (
      record INTEGER NOT NULL REFERENCES contact(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX contact_tags_by_target_record ON contact_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE contact_search USING fts5(words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2')
    """,
    """
    CREATE TABLE product (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "group" INTEGER REFERENCES product_group(id),
      "sub_group" INTEGER REFERENCES product_group(id),
      "price" INTEGER,
      "tax" INTEGER,
      "unit_name" TEXT,
      "description" TEXT,
      "note" TEXT,
      "active" INTEGER CHECK ("active" IN (0,1)),
      "owner" INTEGER REFERENCES user(id),
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
    CREATE UNIQUE INDEX product_by_code ON product("code")
    """,
    """
    CREATE INDEX product_by_deleted ON product("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX product_by_group ON product("group") WHERE "group" IS NOT NULL
    """,
    """
    CREATE INDEX product_by_sub_group ON product("sub_group") WHERE "sub_group" IS NOT NULL
    """,
    """
    CREATE INDEX product_by_owner ON product("owner")
    """,
    """
    CREATE TABLE product_tags (
      record INTEGER NOT NULL REFERENCES product(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX product_tags_by_target_record ON product_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE product_search USING fts5(words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2')
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
    CREATE TABLE care_card (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER NOT NULL REFERENCES customer(id),
      "order" INTEGER REFERENCES sales_order(id),
      "care_date" TEXT,
      "status" TEXT CHECK ("status" = 'planned' OR "status" = 'doing' OR "status" = 'done' OR "status" = 'cancelled'),
      "channel" TEXT CHECK ("channel" = 'call' OR "channel" = 'visit' OR "channel" = 'zalo' OR "channel" = 'email' OR "channel" = 'sms' OR "channel" = 'other'),
      "next_care_date" TEXT,
      "unit" INTEGER REFERENCES unit(id),
      "owner" INTEGER REFERENCES user(id),
      "satisfaction" TEXT CHECK ("satisfaction" = 'very-satisfied' OR "satisfaction" = 'satisfied' OR "satisfaction" = 'neutral' OR "satisfaction" = 'dissatisfied' OR "satisfaction" = 'very-dissatisfied'),
      "rating" INTEGER,
      "needs" TEXT,
      "content" TEXT,
      "approval" TEXT CHECK ("approval" = 'none' OR "approval" = 'submitted' OR "approval" = 'approved' OR "approval" = 'rejected'),
      "approval_note" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX care_card_by_code ON care_card("code")
    """,
    """
    CREATE INDEX care_card_by_deleted ON care_card("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX care_card_by_customer_deleted_status_care_date ON care_card("customer", "deleted", "status", "care_date")
    """,
    """
    CREATE INDEX care_card_by_order ON care_card("order") WHERE "order" IS NOT NULL
    """,
    """
    CREATE INDEX care_card_by_unit ON care_card("unit") WHERE "unit" IS NOT NULL
    """,
    """
    CREATE INDEX care_card_by_owner ON care_card("owner")
    """,
    """
    CREATE TABLE care_card_products (
      record INTEGER NOT NULL REFERENCES care_card(id),
      target INTEGER NOT NULL REFERENCES product(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX care_card_products_by_target_record ON care_card_products("target", "record")
    """,
    """
    CREATE TABLE care_card_tags (
      record INTEGER NOT NULL REFERENCES care_card(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX care_card_tags_by_target_record ON care_card_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE care_card_search USING fts5(words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2')
    """,
    """
    CREATE TABLE dealing (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "customer" INTEGER NOT NULL REFERENCES customer(id),
      "name" TEXT NOT NULL,
      "type" INTEGER REFERENCES transaction_type(id),
      "status" TEXT CHECK ("status" = 'planned' OR "status" = 'doing' OR "status" = 'done' OR "status" = 'cancelled'),
      "date" TEXT,
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
    CREATE UNIQUE INDEX dealing_by_code ON dealing("code")
    """,
    """
    CREATE INDEX dealing_by_deleted ON dealing("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX dealing_by_customer_deleted_status_type_date ON dealing("customer", "deleted", "status", "type", "date")
    """,
    """
    CREATE INDEX dealing_by_type ON dealing("type") WHERE "type" IS NOT NULL
    """,
    """
    CREATE INDEX dealing_by_owner ON dealing("owner")
    """,
    """
    CREATE TABLE dealing_tags (
      record INTEGER NOT NULL REFERENCES dealing(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX dealing_tags_by_target_record ON dealing_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE dealing_search USING fts5(words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2')
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
