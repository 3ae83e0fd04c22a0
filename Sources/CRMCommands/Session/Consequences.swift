import CRMCore
import CRMEngine
import CRMValues

extension ChangeAction {
  /// What became of a record, as it stands beside it.
  var word: Label {
    switch self {
    case .add: Label("added", vi: "thêm mới")
    case .remove: Label("removed", vi: "bỏ đi")
    case .trash: Label("to the trash", vi: "vào thùng rác")
    case .restore: Label("out of the trash", vi: "khôi phục từ thùng rác")
    case .destroy: Label("destroyed", vi: "xóa vĩnh viễn")
    case .edit, .follow: Label("changed", vi: "thay đổi")
    case .merge: Label("merged", vi: "gộp")
    }
  }
}

/// What a command comes to, for whoever is asked whether to go on: which records of which kinds,
/// and what goes with them.
enum Consequences {
  /// How many records of a kind are named.
  static let named = 5

  /// Returns a line for each kind and what becomes of it: `  to the trash: 2 orders (DH000001; …)`.
  ///
  /// - Parameter chosen: of which kind the actor named records; those are named whoever's they are
  ///   by then.
  static func lines(_ writer: Writer, _ session: Session, chosen: Kind) throws -> [String] {
    var lines = try lines(
      writer.affected(naming: named).map { ($0, $0.kind == chosen) }, writer, session)
    let along = try writer.goneAlong()
    if !along.isEmpty {
      let what = RecordCounts.list(along)
      lines.append("  " + session.text(Label("with them: \(what.en)", vi: "kèm theo: \(what.vi)")))
    }
    return lines
  }

  /// Returns the same of an operation that took place.
  static func lines(
    _ operation: CRMEngine.Operation, _ reader: Reader, _ session: Session
  ) throws -> [String] {
    try lines(
      OperationLog.affected(reader, by: operation, naming: named).map { ($0, false) }, reader,
      session)
  }

  /// Returns how many records those lines tell of, the lines of a document not counted.
  static func count(_ writer: Writer) throws -> Int {
    let along = try writer.goneAlong().filter {
      !Catalogue.entity($0.kind).traits.contains(.part)
    }
    return try along.reduce(0) { $0 + $1.count }
      + writer.affected(naming: 0).reduce(0) { $0 + ($1.kind.isNoun ? $1.count : 0) }
  }

  private static func lines(
    _ affected: [(records: AffectedRecords, isChosen: Bool)], _ reader: Reader, _ session: Session
  ) throws -> [String] {
    try affected.compactMap { records, isChosen in
      guard records.kind.isNoun, isChosen || reader.may(.view, records.kind) else { return nil }
      let what = RecordCounts.name(Catalogue.entity(records.kind), records.count)
      let names = try records.first.filter {
        try isChosen || reader.isVisible(records.kind, $0)
      }.map { try called(records.kind, $0, reader) }
      let list = session.text(Consequences.named(what, names, of: records.count))
      return "  \(session.text(records.action.word)): \(list)"
    }
  }

  /// `3 orders (DH000001; DH000002; …)`
  static func named(_ what: Label, _ names: [String], of count: Int) -> Label {
    guard !names.isEmpty else { return what }
    let list = names.joined(separator: "; ") + (names.count < count ? "; …" : "")
    return Label("\(what.en) (\(list))", vi: "\(what.vi) (\(list))")
  }

  /// A record by what it is referred to by, and its name beside it.
  static func called(_ kind: Kind, _ id: Int64, _ reader: Reader) throws -> String {
    let entity = Catalogue.entity(kind)
    let label = try reader.label(kind, id)
    guard let name = try reader.record(kind, id)?[entity.nameField].text, name != label else {
      return label
    }
    return "\(label) \(name)"
  }
}
