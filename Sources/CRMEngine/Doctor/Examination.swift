import CRMValues
import GRDB

/// One round of a checkup: the data as a reader has it, and where to note what is wrong.
final class Examination {
  let reader: Reader
  /// Where the file is.
  let path: String
  /// Which round it is, from 1 on.
  private let round: Int
  /// Whether it looks again at what was only tried to be mended: what no transaction holds is as it
  /// was before.
  let isTriedAgain: Bool
  private let table: FaultTable
  private let language: Language
  /// Which of the checks is at work.
  private var place = 0
  /// Whether pages of the file cannot be read as they are: what else is wrong may come of that.
  private(set) var isDamaged = false
  /// The kinds of which records are gone that the log knows: what sums them is not known any more.
  var lost: Set<Kind> = []

  init(
    _ reader: Reader, _ path: String, _ table: FaultTable, round: Int, isTriedAgain: Bool,
    _ language: Language
  ) {
    self.reader = reader
    self.path = path
    self.round = round
    self.isTriedAgain = isTriedAgain
    self.language = language
    self.table = table
  }

  var catalogue: Catalogue { reader.catalogue }

  /// Every kind, what is referred to before what refers to it, as this database has it.
  var entities: [Entity] { catalogue.kinds.map(reader.entity) }

  /// Runs a statement of its own, handing over each row.
  func rows(
    _ sql: String, _ values: Value..., each body: (PreparedStatement) throws -> Void
  ) throws {
    let statement = try reader.cache.prepared(sql)
    for (index, value) in values.enumerated() { statement.bind(Int32(index + 1), value) }
    while try statement.step() { try body(statement) }
  }

  /// Returns the first number of the first row.
  func number(_ sql: String) throws -> Int64? { try reader.cache.prepared(sql).firstInteger() }

  /// Lets one check look, and goes on where the data is too damaged for it.
  ///
  /// - Parameter file: which of the checks is the one of the file, which then is what is wrong.
  func run(_ check: any Check, at place: Int, file: Int) throws {
    self.place = place
    do { try check.find(self) } catch let error as DatabaseError
      where Examination.isOfTheData(error)
    {
      isDamaged = isDamaged || error.resultCode.primaryResultCode == .SQLITE_CORRUPT
      self.place = file
      try note(
        Finding(
          table: "file", part: check.name.key,
          found: .words(
            Label(
              "could not be looked at to the end: \(error.message ?? "damaged")",
              vi: "không xem hết được; SQLite báo “\(error.message ?? "damaged")”")), .left))
    } catch let error as CRMError where error.kind == .database {
      self.place = file
      try note(Finding(table: "file", part: check.name.key, found: .words(error.message), .left))
    }
  }

  /// Whether an error is of what stands in the file, and not of the disk or the moment.
  static func isOfTheData(_ error: DatabaseError) -> Bool {
    switch error.resultCode.primaryResultCode {
    case .SQLITE_CORRUPT, .SQLITE_ERROR, .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_NOTADB:
      return true
    default: return false
    }
  }

  /// Notes that pages of the file cannot be read as they are.
  func noteDamage() { isDamaged = true }

  /// Notes a fault.
  func note(_ finding: Finding) throws {
    let code =
      try finding.code
      ?? finding.record.flatMap { id in
        try finding.entity.map { try self.code($0, id) }
      }
    let field = finding.field?.name ?? finding.part
    let found = try text(finding.found, finding.field)
    let place = [finding.subject, finding.record.map(String.init) ?? found, field]
    try table.append(
      round: round, place: self.place, finding.state, finding.subject, finding.record,
      [code, field, found, try text(finding.wanted, finding.field)],
      same: place.map { $0 ?? "" }.joined(separator: "|"))
    try noteMove(finding)
  }

  /// What a part is mended to moves the sums of its document.
  private func noteMove(_ finding: Finding) throws {
    guard finding.state == .mendable, let entity = finding.entity, let id = finding.record,
      let field = finding.field, entity.traits.contains(.part), let holder = entity.holder,
      case .value(let found) = finding.found, case .value(let wanted) = finding.wanted,
      let number = wanted.integer,
      let head = try self.number(
        "SELECT \(Schema.quoted(holder.name)) FROM \(entity.table) WHERE id = \(id)")
    else { return }
    let (by, isBeyond) = number.subtractingReportingOverflow(found.integer ?? 0)
    guard !isBeyond else { return }
    try table.move(entity.kind.rawValue, field.name, of: head, by: by, round: round)
  }

  /// Returns what a figure will be once the parts of a document are mended.
  ///
  /// - Parameter sum: what it is now.
  func mended(_ figure: Figure, of document: Int64, _ sum: Int64) throws -> Int64 {
    let by = try table.moved(
      figure.kind.rawValue, figure.summed, of: document, round: round)
    let (whole, isBeyond) = sum.addingReportingOverflow(by)
    return isBeyond ? sum : whole
  }

  /// Returns what people call a record: its code, a part by its document and its number in that.
  func code(_ entity: Entity, _ id: Int64) throws -> String {
    do {
      let find = try reader.cache.statement("SELECT 1 FROM \(entity.table) WHERE id = ?")
      find.bind(1, id)
      guard try find.firstInteger() != nil else { return "#\(id)" }
      if entity.isNoun { return try reader.record(entity.kind, id)?["code"].text ?? "#\(id)" }
      guard entity.traits.contains(.part), let holder = entity.holder, let document = holder.target
      else { return "#\(id)" }
      let column = Schema.quoted(holder.name)
      let number = try reader.cache.statement(
        "SELECT \(column), (SELECT count(*) FROM \(entity.table) o WHERE o.\(column) = t.\(column) "
          + "AND o.id <= t.id) FROM \(entity.table) t WHERE id = ?")
      number.bind(1, id)
      guard try number.step() else { return "#\(id)" }
      defer { number.reset() }
      let head = try self.code(reader.entity(document), number.integer(0))
      return head + " #\(number.integer(1))"
    } catch let error as DatabaseError where Examination.isOfTheData(error) { return "#\(id)" }
  }

  private func text(_ shown: Finding.Shown, _ field: Field?) throws -> String? {
    switch shown {
    case .nothing, .value(.null): return nil
    case .words(let label): return label.text(in: language)
    case .value(let value):
      if let field, let (kind, id) = catalogue.record(namedBy: field, value) {
        return try code(reader.entity(kind), id)
      }
      if let field, !field.isLinked {
        return CRMEngine.text(
          value, for: field, in: catalogue, language: language, zone: reader.moment.zone)
      }
      return value.text ?? value.integer.map(String.init)
    }
  }
}
