extension FilterFixture {
  static let tables = """
    CREATE TABLE unit (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE, name TEXT,
      parent INTEGER, deleted INTEGER) STRICT;
    CREATE TABLE user (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE, name TEXT,
      birthday TEXT, unit INTEGER, deleted INTEGER) STRICT;
    CREATE TABLE customer_group (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE,
      name TEXT, kind TEXT, points INTEGER, deleted INTEGER) STRICT;
    CREATE TABLE source (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE, name TEXT,
      deleted INTEGER) STRICT;
    CREATE TABLE payment_method (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE,
      name TEXT, deleted INTEGER) STRICT;
    CREATE TABLE product (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE, name TEXT,
      tax INTEGER, price INTEGER, deleted INTEGER) STRICT;
    CREATE TABLE customer (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE, name TEXT,
      kind TEXT, birthday TEXT, phones TEXT, emails TEXT, tax_code TEXT, province TEXT,
      office_address TEXT, owner INTEGER, source INTEGER, level TEXT, employer INTEGER,
      employer_name TEXT, common INTEGER, score INTEGER, stars INTEGER, last_contact TEXT,
      created INTEGER, name_fold TEXT, deleted INTEGER) STRICT;
    CREATE UNIQUE INDEX customer_by_code ON customer(code);
    CREATE INDEX customer_by_owner ON customer(owner);
    CREATE INDEX customer_by_source ON customer(source);
    CREATE INDEX customer_by_deleted ON customer(deleted) WHERE deleted IS NOT NULL;
    CREATE INDEX customer_birthday_day ON customer(substr("birthday", -5));
    CREATE TABLE customer_groups (record INTEGER NOT NULL, target INTEGER NOT NULL,
      PRIMARY KEY (record, target)) STRICT, WITHOUT ROWID;
    CREATE INDEX customer_groups_by_target_record ON customer_groups(target, record);
    CREATE TABLE customer_tags (record INTEGER NOT NULL, target INTEGER NOT NULL,
      PRIMARY KEY (record, target)) STRICT, WITHOUT ROWID;
    CREATE TABLE customer_phones_key (key TEXT NOT NULL, record INTEGER NOT NULL,
      PRIMARY KEY (key, record)) STRICT, WITHOUT ROWID;
    CREATE TABLE customer_emails_key (key TEXT NOT NULL, record INTEGER NOT NULL,
      PRIMARY KEY (key, record)) STRICT, WITHOUT ROWID;
    CREATE TABLE contact (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE,
      customer INTEGER, name TEXT, created INTEGER, name_fold TEXT, deleted INTEGER) STRICT;
    CREATE INDEX contact_by_customer_deleted ON contact(customer, deleted);
    CREATE TABLE sales_order (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE,
      customer INTEGER, date TEXT, kind TEXT, status TEXT, payment_method INTEGER,
      total INTEGER, created INTEGER, deleted INTEGER) STRICT;
    CREATE INDEX sales_order_by_customer ON sales_order(
      customer, deleted, kind, status, date, total);
    CREATE TABLE order_line (id INTEGER PRIMARY KEY, "order" INTEGER, product INTEGER,
      quantity INTEGER, discount INTEGER, total INTEGER) STRICT;
    CREATE INDEX order_line_by_order ON order_line("order");
    CREATE TABLE care_card (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE,
      customer INTEGER, "order" INTEGER, care_date TEXT, status TEXT, deleted INTEGER) STRICT;
    CREATE INDEX care_card_by_customer ON care_card(customer, deleted, status, care_date);
    CREATE TABLE dealing (id INTEGER PRIMARY KEY, code TEXT NOT NULL COLLATE NOCASE,
      customer INTEGER, name TEXT, status TEXT, date TEXT, deleted INTEGER) STRICT;
    CREATE INDEX dealing_by_customer ON dealing(customer, deleted, status, date);
    """

  /// Eight live customers, K9 in the trash. 1,795,338,000 is 2026-11-22 16:00 in Vietnam.
  static let rows = """
    INSERT INTO unit VALUES (1, 'DV1', 'Sales', NULL, NULL), (2, 'DV2', 'Care', 1, NULL);
    INSERT INTO user VALUES (1, 'lan.pham', 'Phạm Lan', '1990-02-29', 1, NULL),
      (2, 'minh', 'Trần Minh', NULL, 2, NULL), (3, 'old', 'Cũ', NULL, NULL, 5);
    INSERT INTO customer_group VALUES (1, 'NH1', 'VIP', NULL, 30, NULL),
      (2, 'NH2', 'Miền Bắc', 'region', 5, NULL), (3, 'NH3', 'Miền Nam', 'region', 5, NULL),
      (4, 'NH4', '15-25', 'age', 10, NULL);
    INSERT INTO source VALUES (1, 'NG1', 'Website', NULL), (2, 'NG2', 'Giới thiệu', NULL);
    INSERT INTO payment_method VALUES (1, 'PT1', 'Tiền mặt', NULL);
    INSERT INTO product VALUES (1, 'SP1', 'Phân bón', 80000, 250000, NULL),
      (2, 'SP2', 'Thuốc', 85000, 1000000, NULL), (3, 'SP3', 'Khác', NULL, 0, NULL);
    INSERT INTO customer (id, code, name, kind, birthday, phones, emails, tax_code, province,
      owner, source, level, employer, employer_name, common, score, stars, last_contact,
      created, deleted) VALUES
      (1, 'K1', 'Nguyễn Đức', 'individual', '1990-12-20', '0912 345 678', 'Duc@Example.vn',
        NULL, 'Hà Nội', 1, 1, 'new', 3, NULL, 0, 35, 2, '2026-11-01', 1795338000, NULL),
      (2, 'K2', 'Trần Thị Bình', 'individual', '--12-31', '0162 345 6789; máy bàn', NULL,
        NULL, 'Đà Nẵng', 1, 2, 'signed', NULL, 'Tự do', 1, 5, 0, NULL, 1795308000, NULL),
      (3, 'K3', 'Công ty 100% Xanh_Sạch', 'organisation', '2000-02-29', '+84 24 3825 6686',
        'a@b.vn; B@b.vn', '0312687878-001', 'Hà Nội', 2, NULL, 'signed', NULL, NULL, NULL, 45,
        3, '2026-05-05', 1767200400, NULL),
      (4, 'K4', 'Cửa hàng Hoa', 'shop', '1985-01-02', NULL, NULL, '0123', NULL, NULL, 1,
        'interested', NULL, NULL, 0, 0, 0, '2025-12-31', 1767200399, NULL),
      (5, 'K5', 'Lê Văn Năm', 'individual', NULL, '0987654321', '', NULL, 'hà nội', 2, NULL,
        'paused', NULL, NULL, 0, 15, 1, NULL, 1700000000, NULL),
      (6, 'K6', 'Bình', 'household', '2001-11-25', NULL, NULL, NULL, 'Huế', NULL, NULL, 'other',
        NULL, NULL, 0, 90, 5, NULL, 1795338000, NULL),
      (7, 'K7', 'Duc Pham', 'individual', '--03-01', NULL, NULL, NULL, 'Cần Thơ', 3, NULL,
        'new', NULL, NULL, 0, 30, 2, NULL, 1795338000, NULL),
      (8, 'K8', 'O''Hara', 'individual', '1999-02-28', NULL, NULL, NULL, 'Hà Nội', 1, NULL,
        NULL, NULL, NULL, 0, 10, 1, NULL, 1795338000, NULL),
      (9, 'K9', 'Nguyễn Đức', 'individual', '1990-12-20', '0912345678', NULL, NULL, 'Hà Nội', 1,
        1, 'new', NULL, NULL, 0, 35, 2, NULL, 1795338000, 7);
    INSERT INTO customer_groups VALUES (1, 1), (1, 2), (2, 2), (2, 4), (3, 1), (3, 2), (3, 4),
      (4, 3), (5, 1), (9, 1);
    INSERT INTO customer_phones_key VALUES ('+84912345678', 1), ('+84323456789', 2),
      ('?máybàn', 2),
      ('+842438256686', 3), ('+84987654321', 5), ('+84912345678', 9);
    INSERT INTO customer_emails_key VALUES ('duc@example.vn', 1), ('a@b.vn', 3), ('b@b.vn', 3);
    INSERT INTO contact (id, code, customer, name, created, deleted) VALUES
      (1, 'L1', 1, 'Hoàng', 1795338000, NULL), (2, 'L2', 1, 'Mai', 1700000000, NULL),
      (3, 'L3', 3, 'Đào', 1700000000, NULL), (4, 'L4', 4, 'Xóa', 1700000000, 3);
    INSERT INTO sales_order VALUES
      (1, 'D1', 1, '2026-03-01', 'sale', 'confirmed', 1, 12000000, 0, NULL),
      (2, 'D2', 1, '2025-06-01', 'sale', 'delivered', NULL, 8000000, 0, NULL),
      (3, 'D3', 1, '2026-04-01', 'sale', 'draft', NULL, 90000000, 0, NULL),
      (4, 'D4', 2, '2026-05-01', 'sale', 'cancelled', 1, 50000000, 0, NULL),
      (5, 'D5', 3, '2026-11-20', 'sale', 'confirmed', NULL, 10000000, 0, NULL),
      (6, 'D6', 3, '2026-11-21', 'purchase', 'confirmed', NULL, 70000000, 0, NULL),
      (7, 'D7', 4, '2026-11-21', 'sale', 'confirmed', NULL, 5000000, 0, 2),
      (8, 'D8', 5, '2024-01-15', 'sale', 'delivered', NULL, 0, 0, NULL);
    INSERT INTO order_line VALUES (1, 1, 1, 15000, 0, 7000000), (2, 1, 2, 20000, 50000, 5000000),
      (3, 5, 1, 10000, 0, 10000000);
    INSERT INTO care_card VALUES (1, 'T1', 1, 1, '2026-03-10', 'done', NULL),
      (2, 'T2', 1, 2, '2026-11-25', 'planned', NULL), (3, 'T3', 3, 5, '2026-11-22', 'doing', NULL);
    INSERT INTO dealing VALUES (1, 'G1', 1, 'Gọi', 'done', '2026-02-01', NULL),
      (2, 'G2', 1, 'Gặp', 'done', '2026-03-01', NULL),
      (3, 'G3', 2, 'Gọi', 'planned', '2026-12-01', NULL),
      (4, 'G4', 3, 'Gọi', 'done', '2025-02-01', NULL);
    """
}
