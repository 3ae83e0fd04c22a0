import CRMArguments
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
    noun.notes = { [RoleNotes.note($0["name"].text ?? "")] }
    noun.entryNotes = { [RoleNotes.note($0)] }
  }
}
