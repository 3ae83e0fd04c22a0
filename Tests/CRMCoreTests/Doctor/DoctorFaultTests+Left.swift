@testable import CRMCore
@testable import CRMEngine

extension DoctorFaultTests {
  static let left = [
    Case(
      "ALTER TABLE customer DROP COLUMN website",
      "schema: customer - -: - → column website TEXT 0 - 0 0"),
    Case(
      "DROP INDEX customer_by_c_size; ALTER TABLE customer DROP COLUMN c_size",
      "schema: field TTC000001 key: - → customer.c_size"),
    Case(
      "UPDATE customer SET source = 99 WHERE id = 2",
      "reference: customer KH000002 source: what is not there (#99) → -"),
    Case(
      "INSERT INTO customer_groups VALUES (2, 99)",
      "reference: customer KH000002 groups: what is not there (#99) → -"),
    Case(
      "UPDATE order_line SET product = 99 WHERE id = 2",
      "reference: order-line DH000001 #2 product: what is not there (#99) → -"),
    Case(
      "UPDATE customer SET referrer = 3 WHERE id = 1",
      "circle: customer KH000001 referrer: KH000003 → KH000002 → KH000001 → -",
      "circle: customer KH000002 referrer: KH000001 → KH000003 → KH000002 → -",
      "circle: customer KH000003 referrer: KH000002 → KH000001 → KH000003 → -"),
    Case(
      "UPDATE customer SET gender = 'mle', birthday = '1990-13-41' WHERE id = 3",
      "value: customer KH000003 gender: mle → -",
      "value: customer KH000003 birthday: 1990-13-41 → -"),
    Case(
      "UPDATE customer SET birthday = '1990-02-31' WHERE id = 3; "
        + "UPDATE customer SET birthday = '--02-30' WHERE id = 2; "
        + "UPDATE customer SET birthday = '--02-29' WHERE id = 1",
      "value: customer KH000002 birthday: --02-30 → -",
      "value: customer KH000003 birthday: 1990-02-31 → -"),
    Case(
      "UPDATE sales_order SET approval_step = 11",
      "value: order DH000001 approval_step: 11 → -"),
    Case(
      "DELETE FROM source WHERE name = 'Báo'",
      "lost: source #7 -: added by operation 18, but gone → -"),
    // What the lines that are gone came to is what is left of them.
    Case(
      "DELETE FROM order_line WHERE id = 1",
      "lost: order-line DH000001 #1 -: added by operation 10, but gone → -",
      "figure: order DH000001 subtotal: 275,000 → 75,000",
      "figure: order DH000001 total: 275,000 → 75,000"),
    // Nothing is said of what follows from a total that nobody can put right.
    Case(
      "DELETE FROM order_line WHERE id = 1; UPDATE sales_order SET total = total + 1000 WHERE id = 1",
      "lost: order-line DH000001 #1 -: added by operation 10, but gone → -",
      "figure: order DH000001 subtotal: 275,000 → 75,000",
      "figure: order DH000001 total: 276,000 → 75,000"),
    Case(
      "CREATE TRIGGER mine AFTER INSERT ON customer BEGIN DELETE FROM tag; END",
      "schema: customer - mine: a trigger of others → -"),
    Case(
      "UPDATE operation SET last_change = last_change - 1 WHERE id = 9",
      "log: operation 10 -: its changes do not follow the former's → -",
      "log: change 151 -: cannot be read, or is of another operation → -"),
    Case(
      "DELETE FROM change WHERE operation = 5",
      "log: operation 5 -: changes of it are missing → -"),
    Case(
      "UPDATE change SET operation = 77 WHERE operation = 2",
      "log: change 144 -: of no operation → -"),
    Case(
      "UPDATE change SET fields = '{\"owner\":[null' WHERE fields IS NOT NULL AND kind = 12 "
        + "AND action = 2 AND record = 2",
      "file: file - followed: the operation log is damaged at byte 14 of a change → -",
      "log: change 162 -: cannot be read, or is of another operation → -"),
    Case(
      "UPDATE operation SET undoes = 2 WHERE id IN (7, 8)",
      "log: operation 2 -: is undone twice → -"),
    Case(
      "UPDATE source SET deleted = 99 WHERE id = 1",
      "log: source NG000001 deleted: in the trash by no operation → -"),
    Case(
      "INSERT INTO transfer VALUES (3, 2, 'gift', NULL, NULL, NULL, NULL, 0)",
      "transfer: transfer 3 -: gift 0 → -"),
  ]

  static let noticed = [
    Case(
      "CREATE TABLE copies (id INTEGER PRIMARY KEY, seq INTEGER)",
      "schema: copies - -: column id INTEGER 0 - 1 0 → -",
      "schema: copies - -: column seq INTEGER 0 - 0 0 → -",
      "schema: copies - -: copies table 0 0 → -"),
    Case(
      "CREATE VIEW _litestream_seq AS SELECT 1; CREATE TABLE _litestream_lock (id INTEGER)",
      "schema: _litestream_seq - -: _litestream_seq view 0 0 → -",
      "schema: _litestream_seq - -: column 1  0 - 0 0 → -"),
    Case(
      "UPDATE sales_order SET approval_step = 2",
      "value: order DH000001 approval_step: 2 → -"),
    Case(
      "CREATE INDEX mine ON customer(website)",
      "schema: customer - mine: index mine unique 0 c: website 0 BINARY → -"),
    Case(
      "UPDATE source SET name = 'zalo ' || char(8203) WHERE name = 'Website'; "
        + "INSERT INTO spelling VALUES (4, 'name', 'zalo', 'zalo ' || char(8203))",
      "name: source NG000003 name: Zalo = zalo \u{200B} → -"),
    Case(
      "UPDATE user SET role = 2; UPDATE role SET deleted = 2 WHERE id = 5; "
        + "UPDATE user SET role = 1 WHERE id = 1; UPDATE user SET role = 5 WHERE id = 2",
      "access: user lan role: viewer, in the trash → -"),
  ]
}
