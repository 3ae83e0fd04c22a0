import CRMValues

/// The fields of one kind that the program itself speaks of, declared beside the kind: one case
/// each, its raw value the name. Rules resolve them once; a test proves that every one exists.
package protocol FieldHandle: RawRepresentable, CaseIterable, Hashable, Sendable
where RawValue == String {
  /// The kind as it is declared. Custom fields come after, so that positions hold for the kind as
  /// any database has it.
  static var entity: Entity { get }
}

extension FieldHandle {
  /// The position of the field.
  ///
  /// - Throws: ``CRMError`` of kind bug where the kind has no such field: never silence.
  package var position: Int {
    get throws { try Self.entity.handle(rawValue) }
  }

  /// Returns one value a field of the kind, those given, all others empty.
  package static func values(_ given: [Self: Value]) throws -> [Value] {
    var values = entity.values()
    for (field, value) in given { values[try field.position] = value }
    return values
  }
}

extension Record {
  /// The value of a field of the record's kind.
  ///
  /// - Throws: ``CRMError`` of kind bug where the field is of another kind, or of none.
  package subscript<Handle: FieldHandle>(field: Handle) -> Value {
    get throws {
      guard Handle.entity.kind == kind else {
        throw CRMError(
          .bug, "\(field.rawValue) of \(Handle.entity.kind) is asked of \(kind)",
          vi: "trường \(field.rawValue) của \(Handle.entity.kind) bị đọc từ \(kind)")
      }
      return values[try field.position]
    }
  }

  /// The value of a field that kinds have by what they are.
  package subscript(field: StandardField) -> Value {
    get throws { values[try entity.position(of: field)] }
  }
}

/// The fields that kinds have by what they are: those of every noun, and those of traits.
package enum StandardField: String, CaseIterable, Sendable {
  case code, created
  case createdBy = "created_by"
  case updated, owner, tags, approval
  case approvalNote = "approval_note"
  case approvalStep = "approval_step"
  case submittedBy = "submitted_by"
  case submitted

  /// Whether a kind is to have the field.
  package func belongs(to entity: Entity) -> Bool {
    switch self {
    case .code, .created, .createdBy, .updated: return entity.isNoun
    case .owner: return entity.traits.contains(.owned)
    case .tags: return entity.traits.contains(.tagged)
    case .approval, .approvalNote, .approvalStep, .submittedBy, .submitted:
      return entity.traits.contains(.approvable)
    }
  }
}

extension Entity {
  /// Returns the position of a field that the kind has by what it is.
  ///
  /// - Throws: ``CRMError`` of kind bug where it has none.
  package func position(of field: StandardField) throws -> Int { try handle(field.rawValue) }

  /// Returns the position of a field where the kind is to have it, nil where it is not.
  func position(ifAny field: StandardField) throws -> Int? {
    field.belongs(to: self) ? try position(of: field) : nil
  }
}
