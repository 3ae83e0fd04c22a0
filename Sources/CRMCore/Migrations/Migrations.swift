import CRMEngine

extension Migrations {
  /// The formats that databases of the CRM have had, oldest first. A release freezes its own: a
  /// test pins each by a hash.
  static let crm = Migrations(
    steps: [
      { .sql(Schema1.statements) }, { Format2.step }, { Format3.step }, { Format4.step },
      { Format5.step }, { Format6.step }, { Format7.step }, { Format8.step },
    ],
    tables: { [TransferLog.table, DuplicateKeys.tableStatement] })
}
