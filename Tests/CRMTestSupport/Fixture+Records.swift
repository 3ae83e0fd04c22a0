import CRMCore
import CRMEngine
import CRMValues

extension Fixture {
  /// Adds a record, its fields as they would be typed, as an operation of its own.
  ///
  /// - Returns: its code.
  @discardableResult
  public func add(_ kind: Kind, _ fields: [String: String]) throws -> String {
    try write("crm \(kind.rawValue) add") { writer in
      let id = try writer.add(kind, try values(kind, fields, writer))
      return try writer.record(kind, id)?["code"].text ?? ""
    }
  }

  /// Adds several records as one operation.
  public func addAll(_ records: [(kind: Kind, fields: [String: String])]) throws {
    try write("crm import") { writer in
      for record in records {
        try writer.add(record.kind, try values(record.kind, record.fields, writer))
      }
    }
  }

  /// Adds an order with its lines.
  @discardableResult
  public func addOrder(_ fields: [String: String], lines: [[String: String]]) throws -> String {
    try write("crm order add") { writer in
      let id = try writer.add(.order, try values(.order, fields, writer))
      let entity = Catalogue.entity(.orderLine)
      for line in lines {
        var given = try values(.orderLine, line, writer)
        if let position = entity.position(of: "order") { given[position] = .integer(id) }
        try writer.add(.orderLine, given)
      }
      return try writer.record(.order, id)?["code"].text ?? ""
    }
  }

  /// Changes fields of a record.
  public func edit(_ kind: Kind, _ code: String, _ fields: [String: String]) throws {
    try write("crm \(kind.rawValue) edit \(code)") { writer in
      let given = try values(kind, fields, writer)
      let entity = writer.entity(kind)
      let changes = fields.keys.compactMap { name in
        entity.position(of: name).map { (position: $0, value: given[$0]) }
      }.sorted { $0.position < $1.position }
      try writer.edit(kind, try writer.one(kind, code), changes)
    }
  }

  /// Puts a record into the trash.
  public func delete(_ kind: Kind, _ code: String) throws {
    try write("crm \(kind.rawValue) delete \(code)") { writer in
      _ = try writer.trash(kind, try writer.one(kind, code))
    }
  }

  /// Runs a statement past every rule, to make what an older or another program may have written.
  public func sql(_ statement: String) throws {
    try write("sql") { try $0.cache.prepared(statement).run() }
  }

  /// Returns the code of an order's customer.
  public func customer(ofOrder code: String) throws -> String? {
    try store.read(as: Actor(login: login), at: Fixture.moment) { reader in
      guard let order = try reader.record(.order, try reader.one(.order, code)),
        let customer = order["customer"].integer
      else { return nil }
      return try reader.label(.customer, customer)
    }
  }

  /// Reverses the latest operation.
  public func undo() throws {
    try write("crm undo") { _ = try Undo.undo($0, nil, force: false) }
  }

  private func write<T>(_ command: String, _ body: (Writer) throws -> T) throws -> T {
    try store.write(as: Actor(login: login), command: command, at: Fixture.moment, body)
  }

  private func values(
    _ kind: Kind, _ fields: [String: String], _ reader: Reader
  ) throws -> [Value] {
    let entity = reader.entity(kind)
    let input = InputContext(moment: Fixture.moment, catalogue: .crm)
    var values = entity.values()
    for (name, text) in fields {
      guard let position = entity.position(of: name) else {
        throw CRMError(.bug, "no field \(name)", vi: "không có trường \(name)")
      }
      let field = entity.fields[position]
      switch field.kind {
      case .reference(let target): values[position] = .integer(try reader.one(target, text))
      case .references(let target):
        let ids = try text.split(separator: ";").map { try reader.one(target, String($0)) }
        values[position] = .list(ids.sorted())
      default: values[position] = try parse(text, for: field, context: input)
      }
    }
    return values
  }
}
