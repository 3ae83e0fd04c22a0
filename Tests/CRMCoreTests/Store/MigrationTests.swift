import Testing

@testable import CRMCore
@testable import CRMEngine

/// What is released stays what it is: databases of that format are about.
@Suite struct MigrationTests {
  /// A step of each format and its hash when it was released.
  static let released: [(format: Int, hash: UInt64)] = [
    (1, 0x03b5_46d4_4d1e_dec1), (2, 0x2743_de90_b362_a45f),
    (3, 0x8b5b_3e7e_50cc_faef), (4, 0x779c_e741_1f9a_24e7),
    (5, 0x4e80_6a56_9d70_0dcb), (6, 0xd600_51b2_3806_c849),
    (7, 0x9561_ac3e_ee04_77fc), (8, 0xca01_421f_4a7b_70cb),
  ]

  @Test(arguments: released)
  func isFrozen(format: Int, hash: UInt64) {
    let found = Self.hash(Migrations.crm.step(format).text)
    #expect(
      found == hash,
      """
      The step of format \(format) is not what was released (0x\(String(found, radix: 16))). \
      Leave it as it was and add a new step instead.
      """)
  }

  @Test func everyStepIsPinned() {
    #expect(
      Self.released.map(\.format) == Array(1...Migrations.crm.current),
      "Pin the new step by its hash.")
  }

  /// Any change of a step is seen.
  @Test func tellsStepsApart() {
    let rebuild = TableRebuild("a", as: "CREATE TABLE a (b)")
    let steps: [Migrations.Step] = [
      .sql(["a", "b"]), .sql(["a b"]), .sql(["b", "a"]), .all([.sql(["a"]), .sql(["b"])]),
      .code("a") { _ in }, .code("b") { _ in }, .rebuild(rebuild),
      .rebuild(TableRebuild("a", as: "CREATE TABLE a (b)", dropping: ["c"])),
      .rebuild(TableRebuild("a", as: "CREATE TABLE a (b)", values: ["b": "1"])),
    ]
    #expect(Set(steps.map { Self.hash($0.text) }).count == steps.count)
  }

  /// FNV-1a, which says that a text is another and keeps nobody from meaning it.
  static func hash(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }
}
