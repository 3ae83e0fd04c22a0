import CRMEngine

extension Migrations {
  /// The formats that databases of the CRM have had, oldest first.
  static let crm = Migrations(steps: [Schema1.statements, Schema2.statements])
}
