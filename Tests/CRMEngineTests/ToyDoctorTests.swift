import GRDB
import Testing

@testable import CRMEngine

/// What the engine's own checks find follows from the declarations, whatever the business.
@Suite struct ToyDoctorTests {
  /// A parcel, a visit to it, and a remark on each, with what doctor says once SQL has damaged it.
  private func said(after sql: String) throws -> [String] {
    let depot = try Depot()
    try depot.add(.parcel, ["name": "x"])
    try depot.add(.visit, ["parcel": "P000001"])
    try depot.add(.remark, ["about": "parcel:P000001", "text": "a"])
    try depot.add(.remark, ["about": "V000001", "text": "b"])
    let path = depot.folder + "/fields.db"
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
    return try depot.read { reader in
      let checkup = try Checkup(.fields, at: path, in: .en)
      try checkup.examine(reader)
      var said: [String] = []
      try checkup.faults { fault in
        let place = "\(fault.subject) \(fault.code ?? "-") \(fault.field ?? "-")"
        said.append("\(fault.check.key): \(place): \(fault.found ?? "-"), \(fault.state)")
      }
      return said
    }
  }

  @Test(
    arguments: [
      ("SELECT 1", []),
      (
        "UPDATE remark SET about = 111 << 40 | 99 WHERE id = 1; "
          + "UPDATE remark SET about = 999 << 40 | 1 WHERE id = 2",
        [
          "link: remark \(code(1)) about: a record that is not there, left",
          "link: remark \(code(2)) about: a record that is not there, left",
        ]
      ),
      (
        "UPDATE parcel SET deleted = 2",
        [
          "holder: visit V000001 parcel: P000001, in the trash, left",
          "holder: remark \(code(1)) about: P000001, in the trash, left",
        ]
      ),
      (
        "UPDATE parcel SET due = 'x', owner = NULL",
        ["value: parcel P000001 due: x, left"]
      ),
      ("DROP INDEX parcel_by_due", ["schema: parcel - parcel_by_due: -, mendable"]),
    ] as [(String, [String])])
  func findsWhatFollowsFromTheDeclarations(sql: String, wanted: [String]) throws {
    #expect(try said(after: sql) == wanted)
  }

  /// The code of a remark.
  private static func code(_ number: Int) -> String {
    (Entity.remark.codePrefix ?? "") + "00000\(number)"
  }
}
