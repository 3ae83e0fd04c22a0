/// A share as the log knows it.
public struct ShareRow {
  public let kind: String
  public let record: Int64
  public let principal: Principal
  /// `view` or `edit`.
  public let rights: String

  /// Makes the row as it stood after one change of it; nil where nothing is known of it any
  /// more, as its record was destroyed.
  public init?(after change: Change, _ reader: Reader) throws {
    guard change.kind == .share,
      let values = try OperationLog.values(after: change, reader)
    else { return nil }
    let row = Record(reader.entity(.share), id: change.record, values: values)
    guard let kind = try row[ShareField.recordKind].text,
      let record = try row[ShareField.record].integer,
      let principal = Principal(
        kind: try row[ShareField.principalKind].text ?? "",
        id: try row[ShareField.principal].integer ?? 0)
    else { return nil }
    self.kind = kind
    self.record = record
    self.principal = principal
    rights = try row[ShareField.rights].text ?? ""
  }
}
