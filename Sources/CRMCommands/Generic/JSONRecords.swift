import CRMArguments
import CRMCore
import CRMEngine
import CRMTables
import CRMValues

/// Records typed as JSON: `--json -` or `--json FILE` holds an object, or an array of objects,
/// whose keys are field names.
struct JSONRecord {
  var fields: [TypedField] = []
  /// The parts of a document; a kind whose key is not there is missing.
  var parts: [Kind: [TypedPart]] = [:]
  /// Records that are to belong to this one, under the plural of their kind: `contacts`.
  var dependents: [RecordAdding.Dependent] = []
  /// Keys of computed fields, which are left out.
  var computed: [String] = []

  static let option = Option(
    "json", value: .one("FILE", .files(.read, ["json"])),
    Label(
      "Take the fields from JSON: an object, or an array of objects; - reads standard input",
      vi: "Lấy các trường từ JSON: một đối tượng hoặc mảng đối tượng; - đọc từ đầu vào chuẩn"))

  /// Reads the records of a file.
  ///
  /// - Parameter isNew: whether they are new ones, with which others that belong to them may come.
  static func read(
    _ file: String, _ entity: Entity, _ session: Session, new isNew: Bool = false
  ) throws -> [JSONRecord] {
    let name = file == "-" ? "stdin" : file
    switch try JSONNode(parsing: session.bytes(of: file), file: name) {
    case .object(let members): return [try JSONRecord(members, entity, new: isNew)]
    case .array(let nodes):
      return try nodes.map { node in
        guard case .object(let members) = node else { throw notRecords(name) }
        return try JSONRecord(members, entity, new: isNew)
      }
    case .null, .bool, .number, .text: throw notRecords(name)
    }
  }

  private static func notRecords(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): neither a JSON object nor an array of objects",
      vi: "\(name): không phải đối tượng JSON hay mảng đối tượng")
  }

  private init(_ members: [JSONNode.Member], _ entity: Entity, new isNew: Bool = false) throws {
    for member in members {
      if let kind = entity.part(keyed: member.name), case .array(let nodes) = member.value {
        parts[kind] = try JSONRecord.parts(nodes, kind, member.name)
        continue
      }
      guard let position = entity.position(of: member.name) else {
        if isNew, let found = try JSONRecord.dependents(member, entity) {
          dependents += found
          continue
        }
        throw JSONRecord.unknownField(member.name, entity)
      }
      let field = entity.fields[position]
      guard field.access == .editable else {
        computed.append(field.name)
        continue
      }
      fields.append(TypedField(position, try JSONRecord.texts(member.value, field)))
    }
  }

  private static func parts(
    _ nodes: [JSONNode], _ kind: Kind, _ key: String
  ) throws -> [TypedPart] {
    try nodes.map { node in
      guard case .object(let members) = node else {
        throw CRMError(
          .request, "“\(key)” is an array of objects", vi: "“\(key)” phải là mảng đối tượng")
      }
      return TypedPart(kind: kind, fields: try JSONRecord(members, Catalogue.entity(kind)).fields)
    }
  }

  /// Returns the records of a kind that cannot be without one of this; nil where no such kind is
  /// called so.
  private static func dependents(
    _ member: JSONNode.Member, _ entity: Entity
  ) throws -> [RecordAdding.Dependent]? {
    guard case .array(let nodes) = member.value,
      let found = Catalogue.referrers(to: entity.kind).first(where: { referrer in
        referrer.name == member.name && referrer.field.required && referrer.field.belongs
          && referrer.entity.kind.isNoun && referrer.entity.parts.isEmpty
      }), let holder = found.entity.position(of: found.field.name)
    else { return nil }
    return try nodes.map { node in
      guard case .object(let members) = node else {
        throw CRMError(
          .request, "“\(member.name)” is an array of objects",
          vi: "“\(member.name)” phải là mảng đối tượng")
      }
      let fields = try JSONRecord(members, found.entity).fields
      guard !fields.contains(where: { $0.position == holder }) else {
        throw CRMError(
          .request, "“\(found.field.name)” of “\(member.name)” is the record around it",
          vi: "“\(found.field.name)” trong “\(member.name)” chính là bản ghi bên ngoài",
          hints: [Label("Leave it out.", vi: "Hãy bỏ trường đó.")])
      }
      return RecordAdding.Dependent(entity: found.entity, holder: holder, fields: fields)
    }
  }

  private static func unknownField(_ name: String, _ entity: Entity) -> CRMError {
    return CRMError(
      .request, "there is no field “\(name)” of \(entity.plural.en.lowercased())",
      vi: "\(entity.label.vi.lowercased()) không có trường “\(name)”",
      hints: Label.didYouMean(nearest(to: name, among: entity.fields.map(\.name))))
  }

  /// Returns a JSON value as it would be typed; none for null, which empties the field.
  private static func texts(_ node: JSONNode, _ field: Field) throws -> [String] {
    switch node {
    case .null: return []
    case .bool(let flag): return [flag ? "true" : "false"]
    case .text(let text): return [text]
    case .number(let number): return [try typed(number, field)]
    case .array(let nodes): return try nodes.flatMap { try texts($0, field) }
    case .object:
      throw CRMError(
        .request, "“\(field.name)” cannot be an object",
        vi: "“\(field.name)” không thể là đối tượng")
    }
  }

  /// A dot of a JSON number is always the decimal point, a typed one may group thousands.
  private static func typed(_ number: String, _ field: Field) throws -> String {
    switch field.kind {
    case .money: return String(try Money.parse(plain: number))
    case .decimal, .percent:
      guard let point = number.firstIndex(of: "."),
        number.distance(from: point, to: number.endIndex) == 4
      else { return number }
      return number + "0"
    case .code, .text, .longText, .choice, .flag, .integer, .day, .yearlyDay, .instant, .moment,
      .duration, .recurrence, .phones, .emails, .taxCode, .location, .reference, .references,
      .record, .noun,
      .condition:
      return number
    }
  }
}
