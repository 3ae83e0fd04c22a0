extension Schema1 {
  /// Contacts, care cards and transactions of customers.
  static let care = [
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
  ]
}
