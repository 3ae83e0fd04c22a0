import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm import mapping …`: how the files of one source are imported, saved by name.
enum MappingCommands {
  static var commands: [Command<Session>] { [save, list, show, delete] }

  private static let name = Operand(
    "NAME",
    Label(
      "The name of the mapping",
      vi: "Tên mẫu nhập "
        + "khẩu"), completion: .custom("mappings"))

  private static var save: Command<Session> {
    Command(
      ["import", "mapping", "save"],
      Label("Save columns and choices of an import under a name", vi: "Lưu mẫu nhập khẩu theo tên"),
      details: [
        Label(
          "crm import FILE --mapping NAME takes them up; options of that command win. "
            + "A mapping of the same name is replaced.",
          vi: "Dùng bằng crm import TỆP --mapping TÊN; tùy chọn của lệnh đó được ưu tiên. "
            + "Mẫu trùng tên được thay thế.")
      ],
      operands: [name],
      options: [ImportOptionList.into] + ImportOptionList.columns,

      examples: [
        Example(
          "crm import mapping save sapo --into customer --map 'Tên KH=name' --set source=Website",
          Label(
            "Saves what the files of a shop need",
            vi: "Lưu cách nhập khẩu tệp của một cửa "
              + "hàng"))
      ],
      writes: { invocation, session in
        let name = cleaned(invocation.operands.first ?? "")
        guard !name.isEmpty else {
          throw CRMError(.usage, "the name is empty", vi: "tên bị trống")
        }
        let mapping = try ImportRequest.mapping(name, invocation)
        return Work { writing in
          let isNew = try writing.writer.save(mapping)
          let words = writing.tense(isNew ? saving : replacing)
          writing.say(
            "\(words.en) import mapping \(name).",
            vi: "\(words.vi) mẫu nhập khẩu "
              + "\(name).")
        }
      })
  }

  private static let saving = Deed("save", past: "Saved", vi: "lưu")
  private static let replacing = Deed("save", past: "Replaced", vi: "thay")

  private static var list: Command<Session> {
    Command(
      ["import", "mapping", "list"],
      Label("List the saved mappings", vi: "Liệt kê các mẫu nhập khẩu"),
      options: GlobalOptions.format,
      reads: { _, session in
        Look { try put($0.importMappings(), session) }
      })
  }

  private static var show: Command<Session> {
    Command(
      ["import", "mapping", "show"], Label("Show a saved mapping", vi: "Xem một mẫu nhập khẩu"),
      operands: [name], options: GlobalOptions.format,
      reads: { invocation, session in
        let name = cleaned(invocation.operands.first ?? "")
        return Look { try put([$0.importMapping(name)], session) }
      })
  }

  private static var delete: Command<Session> {
    Command(
      ["import", "mapping", "delete"], Label("Delete a saved mapping", vi: "Xóa một mẫu nhập khẩu"),
      operands: [name],
      writes: { invocation, session in
        let name = cleaned(invocation.operands.first ?? "")
        return Work { writing in
          try writing.writer.deleteImportMapping(name)
          let words = writing.tense(.delete)
          writing.say(
            "\(words.en) import mapping \(name).",
            vi: "\(words.vi) mẫu nhập khẩu "
              + "\(name).")
        }
      })
  }

  /// The columns are the fields of the kind, several pairs of one in a cell.
  private static func put(_ mappings: [ImportMapping], _ session: Session) throws {
    let entity = Catalogue.entity(.importMapping)
    let columns = entity.fields.map { RowColumn($0.name, $0.kind, $0.label) }
    let rows = mappings.map { mapping in
      entity.fields.map { field -> Value in
        let value = mapping.values[field.name] ?? .null
        guard field.kind == .longText, let text = value.text else { return value }
        return .text(text.split(separator: "\n").joined(separator: "; "))
      }
    }
    try session.putRows(
      rows, columns, key: entity.kind.rawValue, title: entity.plural)
  }
}
