extension Schema1 {
  /// Lists, users, roles.
  static let lists = [
    """
    CREATE TABLE custom_field (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "kind" TEXT NOT NULL,
      "key" TEXT,
      "type" TEXT CHECK ("type" = 'text' OR "type" = 'long-text' OR "type" = 'choice' OR "type" = 'flag' OR "type" = 'integer' OR "type" = 'decimal' OR "type" = 'percent' OR "type" = 'money' OR "type" = 'day' OR "type" = 'yearly-day'),
      "choices" TEXT,
      "required" INTEGER CHECK ("required" IN (0,1)),
      "position" INTEGER,
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX custom_field_by_code ON custom_field("code")
    """,
    """
    CREATE INDEX custom_field_by_deleted ON custom_field("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE TABLE unit (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "parent" INTEGER REFERENCES unit(id),
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX unit_by_code ON unit("code")
    """,
    """
    CREATE INDEX unit_by_deleted ON unit("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX unit_by_name ON unit("name") WHERE deleted IS NULL
    """,
    """
    CREATE INDEX unit_by_parent ON unit("parent") WHERE "parent" IS NOT NULL
    """,
    """
    CREATE TABLE role (
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
    CREATE UNIQUE INDEX role_by_code ON role("code")
    """,
    """
    CREATE INDEX role_by_deleted ON role("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX role_by_name ON role("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE user (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "emails" TEXT,
      "phones" TEXT,
      "birthday" TEXT,
      "unit" INTEGER REFERENCES unit(id),
      "role" INTEGER REFERENCES role(id),
      "active" INTEGER CHECK ("active" IN (0,1)),
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX user_by_code ON user("code")
    """,
    """
    CREATE INDEX user_by_deleted ON user("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE TABLE user_emails_key (
      key TEXT NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (key, record)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE user_phones_key (
      key TEXT NOT NULL,
      record INTEGER NOT NULL,
      PRIMARY KEY (key, record)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX user_birthday_day ON user(substr("birthday", -5))
    """,
    """
    CREATE INDEX user_by_unit ON user("unit") WHERE "unit" IS NOT NULL
    """,
    """
    CREATE INDEX user_by_role ON user("role") WHERE "role" IS NOT NULL
    """,
    """
    CREATE TABLE user_group (
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
    CREATE UNIQUE INDEX user_group_by_code ON user_group("code")
    """,
    """
    CREATE INDEX user_group_by_deleted ON user_group("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX user_group_by_name ON user_group("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE user_group_members (
      record INTEGER NOT NULL REFERENCES user_group(id),
      target INTEGER NOT NULL REFERENCES user(id),
      PRIMARY KEY (record, target)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE INDEX user_group_members_by_target_record ON user_group_members("target", "record")
    """,
    """
    CREATE TABLE source (
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
    CREATE UNIQUE INDEX source_by_code ON source("code")
    """,
    """
    CREATE INDEX source_by_deleted ON source("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX source_by_name ON source("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE customer_group (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "kind" TEXT,
      "points" INTEGER,
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX customer_group_by_code ON customer_group("code")
    """,
    """
    CREATE INDEX customer_group_by_deleted ON customer_group("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX customer_group_by_name ON customer_group("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE relationship (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "position" INTEGER,
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX relationship_by_code ON relationship("code")
    """,
    """
    CREATE INDEX relationship_by_deleted ON relationship("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX relationship_by_name ON relationship("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE transaction_type (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "points" INTEGER,
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX transaction_type_by_code ON transaction_type("code")
    """,
    """
    CREATE INDEX transaction_type_by_deleted ON transaction_type("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX transaction_type_by_name ON transaction_type("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE tier (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "rank" INTEGER,
      "condition" TEXT,
      "automatic" INTEGER CHECK ("automatic" IN (0,1)),
      "demotes" INTEGER CHECK ("demotes" IN (0,1)),
      "discount" INTEGER,
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX tier_by_code ON tier("code")
    """,
    """
    CREATE INDEX tier_by_deleted ON tier("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX tier_by_name ON tier("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE common_rule (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "condition" TEXT NOT NULL,
      "active" INTEGER CHECK ("active" IN (0,1)),
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX common_rule_by_code ON common_rule("code")
    """,
    """
    CREATE INDEX common_rule_by_deleted ON common_rule("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX common_rule_by_name ON common_rule("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE tag (
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
    CREATE UNIQUE INDEX tag_by_code ON tag("code")
    """,
    """
    CREATE INDEX tag_by_deleted ON tag("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX tag_by_name ON tag("name") WHERE deleted IS NULL
    """,
    """
    CREATE TABLE product_group (
      id INTEGER PRIMARY KEY,
      "code" TEXT NOT NULL COLLATE NOCASE,
      "name" TEXT NOT NULL,
      "parent" INTEGER REFERENCES product_group(id),
      "description" TEXT,
      "created" INTEGER,
      "created_by" INTEGER REFERENCES user(id),
      "updated" INTEGER,
      deleted INTEGER
    ) STRICT
    """,
    """
    CREATE UNIQUE INDEX product_group_by_code ON product_group("code")
    """,
    """
    CREATE INDEX product_group_by_deleted ON product_group("deleted") WHERE deleted IS NOT NULL
    """,
    """
    CREATE UNIQUE INDEX product_group_by_name ON product_group("name") WHERE deleted IS NULL
    """,
    """
    CREATE INDEX product_group_by_parent ON product_group("parent") WHERE "parent" IS NOT NULL
    """,
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
  ]
}
