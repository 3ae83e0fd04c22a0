import CRMArguments
import CRMCore
import CRMEngine

/// The verbs of a kind of record: those every kind has, those its traits bring, its own.
enum NounCommands {
  static func commands(of entity: Entity) -> [Command<Session>] {
    var commands = [
      AddCommand.command(entity), ListCommand.command(entity), ShowCommand.command(entity),
      EditCommand.command(entity), DuplicateCommand.command(entity),
      DeleteCommand.command(entity), RestoreCommand.command(entity),
      HistoryCommand.command(entity), FieldsCommand.command(entity),
    ]
    if entity.kind == .customer {
      commands += [
        FilterCommand.command, LookupCommand.command, DuplicatesCommand.command,
        MergeCommand.command,
      ]
    }
    if !entity.search.isEmpty { commands.append(SearchCommand.command(entity.kind)) }
    if entity.kind == .comment { commands = CommentCommands.replacing(commands) }
    if entity.kind == .role { commands += RightsCommands.commands }
    if entity.kind == .tier { commands.append(TierApplyCommand.command) }
    if entity.kind == .transaction { commands.append(QuickCommand.command) }
    if entity.kind == .careCard { commands.append(GenerateCommand.command) }
    if entity.kind == .customer {
      commands += [
        RevenueCommand.command, ProductsCommand.command, ReferralsCommand.command,
        SummaryCommand.command, LevelsCommand.command, PipelineCommand.command,
        RelationshipCommand.command, HandOverCommand.command(entity, verb: "transfer"),
      ]
      commands += GroupCommands.commands + CommonCommands.commands
      commands += TransferCommands.commands + ViewerCommands.commands
    }
    if entity.traits.contains(.tagged) { commands.append(TagCommand.command(entity)) }
    if entity.traits.contains(.owned) {
      commands += [HandOverCommand.command(entity), ShareCommand.command(entity)]
    }
    if entity.traits.contains(.approvable) {
      commands += [
        SubmitCommand.command(entity), ApproveCommand.command(entity),
        RejectCommand.command(entity),
      ]
    }
    commands += [ExportCommand.command(entity.kind), ImportCommand.command(entity.kind)]
    return commands
  }
}
