extension Schema1 {
  /// Customers.
  static let customers = [
    """
    CREATE TABLE customer (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "kind" TEXT CHECK ("kind" = 'individual' OR "kind" = 'organisation' OR "kind" = 'shop' OR "kind" = 'household'),
      "honorific" TEXT,
      "gender" TEXT CHECK ("gender" = 'male' OR "gender" = 'female' OR "gender" = 'other'),
      "birthday" TEXT,
      "phones" TEXT,
      "emails" TEXT,
      "fax" TEXT,
      "tax_code" TEXT,
      "website" TEXT,
      "facebook" TEXT,
      "linkedin" TEXT,
      "country" TEXT,
      "province" TEXT,
      "district" TEXT,
      "ward" TEXT,
      "house_number" TEXT,
      "office_address" TEXT,
      "registered_address" TEXT,
      "location" TEXT,
      "description" TEXT,
      "owner" INTEGER REFERENCES user(id),
      "source" INTEGER REFERENCES source(id),
      "relationship" INTEGER REFERENCES relationship(id),
      "level" TEXT CHECK ("level" = 'new' OR "level" = 'interested' OR "level" = 'signed' OR "level" = 'paused' OR "level" = 'approached' OR "level" = 'other'),
      "tier" INTEGER REFERENCES tier(id),
      "referrer" INTEGER REFERENCES customer(id),
      "referrer_user" INTEGER REFERENCES user(id),
      "employer" INTEGER REFERENCES customer(id),
      "employer_name" TEXT,
      "position" TEXT,
      "department" TEXT,
      "supplier" INTEGER CHECK ("supplier" IN (0,1)),
      "common" INTEGER CHECK ("common" IN (0,1)),
      "score" INTEGER,
      "stars" INTEGER,
      "last_contact" TEXT,
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
    CREATE UNIQUE INDEX customer_by_code ON customer("code")
    """,
    """
    CREATE INDEX customer_by_deleted ON customer("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE INDEX customer_by_last_contact_created ON customer("last_contact", "created")
    """,
    """
    CREATE INDEX customer_birthday_day ON customer(substr("birthday", -5))
    """,
    """
    CREATE TABLE customer_phones_key (
      key TEXT NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (key, record)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE customer_emails_key (
      key TEXT NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (key, record)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX customer_by_common ON customer("common") WHERE "common" = 1
    """,
    """
    CREATE INDEX customer_by_owner ON customer("owner")
    """,
    """
    CREATE INDEX customer_by_source ON customer("source") WHERE "source" IS NOT NULL
    """,
    """
    CREATE TABLE customer_groups (
      record INTEGER NOT NULL REFERENCES customer(id),
      target INTEGER NOT NULL REFERENCES customer_group(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX customer_groups_by_target_record ON customer_groups("target", "record")
    """,
    """
    CREATE INDEX customer_by_relationship ON customer("relationship") WHERE "relationship" IS NOT NULL
    """,
    """
    CREATE INDEX customer_by_tier ON customer("tier") WHERE "tier" IS NOT NULL
    """,
    """
    CREATE INDEX customer_by_referrer ON customer("referrer") WHERE "referrer" IS NOT NULL
    """,
    """
    CREATE INDEX customer_by_referrer_user ON customer("referrer_user") WHERE "referrer_user" IS NOT NULL
    """,
    """
    CREATE INDEX customer_by_employer ON customer("employer") WHERE "employer" IS NOT NULL
    """,
    """
    CREATE TABLE customer_viewers (
      record INTEGER NOT NULL REFERENCES customer(id),
      target INTEGER NOT NULL REFERENCES user(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX customer_viewers_by_target_record ON customer_viewers("target", "record")
    """,
    """
    CREATE TABLE customer_tags (
      record INTEGER NOT NULL REFERENCES customer(id),
      target INTEGER NOT NULL REFERENCES tag(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX customer_tags_by_target_record ON customer_tags("target", "record")
    """,
    """
    CREATE VIRTUAL TABLE customer_search USING fts5(words, content='', columnsize=0, detail=none, tokenize='unicode61 remove_diacritics 2')
    """,
  ]
}
