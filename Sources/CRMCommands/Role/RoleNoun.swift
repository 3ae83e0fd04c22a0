import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension Noun {
  static let role = Noun(.role) { noun in
    noun.verbs = { RightsCommands.commands }
    noun.examples = { verb in
      verb == "show"
        ? [
          Example("crm role show admin", Label("Show it", vi: "Xem bản ghi")),
          Example(
            "crm role show admin --json", Label("The same for a program", vi: "Xem dạng JSON")),
        ] : nil
    }
    noun.below = { id, session, reader in
      let rows = try RightsCommands.rows(ofRole: id, reader)
      try session.put("")
      try session.put("\(session.text(RightsCommands.title)) (\(rows.count))")
      if !rows.isEmpty {
        try session.putRows(
          rows.map { Array($0.dropFirst()) }, Array(RightsCommands.columns.dropFirst()),
          key: "rights", title: RightsCommands.title, form: .table)
      }
      let user = Catalogue.entity(.user)
      try RelatedLists.put(
        user, by: user.fields[UserField.role.position], id, try reader.label(.role, id),
        user.plural, session, reader)
    }
    noun.copyBeside = { source, copy, writer in
      for right in try writer.rights(ofRole: source) {
        _ = try writer.grant(copy, [right.kind], [right.action], right.reach)
      }
    }
    noun.notes = { [RoleNotes.note($0["name"].text ?? "")] }
    noun.entryNotes = { [RoleNotes.note($0)] }
  }
}
