extension Schema1 {
  /// Products with their groups.
  static let products = [
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
  ]
}
