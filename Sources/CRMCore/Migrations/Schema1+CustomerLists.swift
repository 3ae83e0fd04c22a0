extension Schema1 {
  /// The lists customers are classified by.
  static let customerLists = [
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
  ]
}
