import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// Everything the program understands. Each noun's commands are built only when it is typed.
public var commandTable: CommandTable<Session> {
  CommandTable(
    Label("A CRM in one file and one command", vi: "CRM trong một tệp và một lệnh"),
    globalOptions: GlobalOptions.all,
    groups: Sections.first + Catalogue.nouns.map(Sections.noun) + Sections.last,
    find: Sections.group,
    chapters: { Chapters.all })
}

/// The headings of `crm help` and what stands under each.
enum Sections {
  static let data = Label("The database", vi: "Cơ sở dữ liệu")
  static let exchange = Label("In and out", vi: "Nhập khẩu và xuất khẩu")
  static let reminding = Label("Reminders", vi: "Nhắc việc")
  static let past = Label("What was done", vi: "Lịch sử thao tác")
  static let records = Label("Records", vi: "Bản ghi")
  static let lists = Label("Lists", vi: "Danh mục")
  static let about = Label("About", vi: "Thông tin")

  /// The groups that help shows before the nouns.
  static var first: [CommandGroup<Session>] {
    [
      CommandGroup(verb: "init", InitCommand.summary, section: data) { InitCommand.command },
      CommandGroup("import", ImportCommand.summary, section: exchange) {
        ImportCommand.commands
      },
      CommandGroup(verb: "export", ExportCommand.summary, section: exchange) {
        ExportCommand.command(nil)
      },
      CommandGroup(verb: "search", SearchCommand.summary, section: records) {
        SearchCommand.command(nil)
      },
      CommandGroup(verb: "agenda", AgendaCommand.summary, section: reminding) {
        AgendaCommand.command
      },
      CommandGroup("remind", RemindCommands.summary, section: reminding) {
        RemindCommands.commands
      },
      CommandGroup("notification", NotificationCommands.summary, section: reminding) {
        NotificationCommands.commands
      },
      CommandGroup("approval", ApprovalListCommand.summary, section: reminding) {
        ApprovalListCommand.commands
      },
      CommandGroup("log", LogCommand.summary, section: past) { LogCommand.commands },
      CommandGroup(verb: "undo", UndoCommand.summary, section: past) { UndoCommand.undo },
      CommandGroup(verb: "redo", UndoCommand.redoSummary, section: past) { UndoCommand.redo },
      CommandGroup("trash", TrashCommands.summary, section: past) { TrashCommands.commands },
    ]
  }

  /// The groups that help shows after the nouns.
  static var last: [CommandGroup<Session>] {
    [
      CommandGroup("access", AccessCommands.summary, section: data) { AccessCommands.commands },
      CommandGroup("config", ConfigCommands.summary, section: data) { ConfigCommands.commands },
      CommandGroup(verb: "backup", BackupCommand.summary, section: data) { BackupCommand.command },
      CommandGroup(verb: "restore", BackupRestoreCommand.summary, section: data) {
        BackupRestoreCommand.command
      },
      CommandGroup(verb: "doctor", DoctorCommand.summary, section: data) { DoctorCommand.command },
      CommandGroup(verb: "completion", CompletionCommand.summary, section: about) {
        CompletionCommand.command
      },
      CommandGroup(verb: "help", HelpCommand.summary, section: about) { HelpCommand.command },
      CommandGroup(verb: "version", VersionCommand.summary, section: about) {
        VersionCommand.command
      },
      CommandGroup(
        verb: "__complete", CompletionCommand.innerSummary, section: about, hidden: true
      ) { CompletionCommand.inner },
    ]
  }

  static func noun(_ kind: Kind) -> CommandGroup<Session> {
    CommandGroup(kind.rawValue, Catalogue.entity(kind).plural, section: section(kind)) {
      NounCommands.commands(of: Catalogue.entity(kind))
    }
  }

  private static func section(_ kind: Kind) -> Label {
    let isWorkedWith = !Catalogue.entity(kind).traits.isDisjoint(
      with: [.owned, .tagged, .approvable])
    return Nouns.own(kind).section ?? (isWorkedWith ? records : lists)
  }

  /// Returns the group of a word; of the kinds only the one of that name is built.
  @Sendable static func group(_ word: String) -> CommandGroup<Session>? {
    if let group = (first + last).first(where: { $0.word == word }) { return group }
    return Catalogue.noun(word).flatMap { $0.rawValue == word ? noun($0) : nil }
  }
}
