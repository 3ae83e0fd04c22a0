import CRMArguments
import CRMCore
import CRMEngine

/// The verbs of a kind of record: those every kind has, its own, those its traits bring.
enum NounCommands {
  static func commands(of entity: Entity) -> [Command<Session>] {
    let noun = Nouns.own(entity.kind)
    let own = noun.verbs()
    let generic = generic(entity).map { command in
      own.first { $0.words == command.words } ?? command
    }
    let further = own.filter { command in !generic.contains { $0.words == command.words } }
    return (generic + further + byTraits(entity)).filter { !noun.without.contains($0.words[1]) }
  }

  private static func generic(_ entity: Entity) -> [Command<Session>] {
    let all = [
      AddCommand.command(entity), ListCommand.command(entity), ShowCommand.command(entity),
      EditCommand.command(entity), DuplicateCommand.command(entity),
      DeleteCommand.command(entity), RestoreCommand.command(entity),
      HistoryCommand.command(entity), FieldsCommand.command(entity),
    ]
    return all + PartCommands.commands(entity) + GenerateCommand.commands(entity)
      + (entity.search.isEmpty ? [] : [SearchCommand.command(entity.kind)])
  }

  private static func byTraits(_ entity: Entity) -> [Command<Session>] {
    var commands = ProgressCommands.commands(entity)
    if entity.traits.contains(.tagged) { commands.append(TagCommand.command(entity)) }
    if entity.traits.contains(.owned) {
      commands += [HandOverCommand.command(entity), ShareCommand.command(entity)]
    }
    if entity.traits.contains(.approvable) {
      commands += ApprovalCommands.commands(entity)
    }
    return commands + [ExportCommand.command(entity.kind), ImportCommand.command(entity.kind)]
  }
}
