import CRMValues
import Foundation
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What the program calls a field by is a field.
@Suite struct FieldHandleTests {
  private static let all: [any FieldHandle.Type] = FieldHandles.engine + FieldHandles.crm

  @Test func everyHandleIsAFieldOfItsKind() throws {
    for type in Self.all { try check(type) }
  }

  private func check<Handle: FieldHandle>(_ type: Handle.Type) throws {
    for field in Handle.allCases {
      let position = try field.position
      #expect(Handle.entity.fields[position].name == field.rawValue)
      // Custom fields come after, wherever they are.
      let custom = Entity(
        Handle.entity, adding: [Field("c_x", .text, Label("X", vi: "Y"))])
      #expect(custom.fields[position] === Handle.entity.fields[position])
    }
    #expect(Catalogue.entity(Handle.entity.kind) === Handle.entity)
  }

  @Test func kindsHaveTheFieldsOfWhatTheyAre() throws {
    for kind in Catalogue.order {
      let entity = Catalogue.entity(kind)
      for field in StandardField.allCases where field.belongs(to: entity) {
        #expect(entity.fields[try entity.position(of: field)].name == field.rawValue)
      }
    }
  }

  /// A type of handles that is in no list would be proved by nobody.
  @Test func everyTypeOfHandlesIsListed() throws {
    let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../Sources").standardized
    var declared: Set<String> = []
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift" else { continue }
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /enum (\w+): String, FieldHandle/) {
        declared.insert(String(match.1))
      }
    }
    #expect(declared == Set(Self.all.map { "\($0)" }))
  }

  private enum WrongField: String, FieldHandle {
    case gone
    static var entity: Entity { .customer }
  }

  @Test func whatDoesNotExistIsABug() throws {
    let database = try TemporaryDatabase()
    let id = try database.add(.source, ["name": .text("X")])
    let record = try #require(try database.read { try $0.record(.source, id) })
    #expect(failure { try WrongField.gone.position }?.kind == .bug)
    #expect(failure { try WrongField.values([.gone: .null]) }?.kind == .bug)
    #expect(failure { try record[CustomerField.code] }?.kind == .bug, "a field of another kind")
    #expect(failure { try record[StandardField.approval] }?.kind == .bug)
    #expect(try record[StandardField.code] == .text("NG000007"))
  }
}
