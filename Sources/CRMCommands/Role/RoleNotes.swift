import CRMCore
import CRMEngine
import CRMValues

/// What to know of a new role: its users see and do nothing beyond what is theirs before it has
/// rights.
enum RoleNotes {
  static func note(_ name: String) -> Label {
    let command =
      "crm role grant \(shellWord(name)) --on all --to view,add,edit --reach own"
    return Label(
      "The role \(name) allows nothing yet: \(command)",
      vi: "Nhóm quyền \(name) chưa có quyền nào: \(command)")
  }
}
