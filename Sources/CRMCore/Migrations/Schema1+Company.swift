extension Schema1 {
  /// Users, units, roles and custom fields.
  static let company = [
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
    CREATE TABLE role_right (
      id INTEGER PRIMARY KEY,
      "role" INTEGER NOT NULL REFERENCES role(id),
      "record_kind" TEXT NOT NULL,
      "action" TEXT NOT NULL,
      "reach" TEXT NOT NULL CHECK ("reach" = 'none' OR "reach" = 'own' OR "reach" = 'unit' OR "reach" = 'all')
    ) STRICT
    """,
    """
    CREATE INDEX role_right_by_role ON role_right("role")
    """,
    """
    CREATE INDEX change_of_role_right ON change(json_extract(fields, '$.role')) WHERE kind = 33 AND action = 3
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
  ]
}
