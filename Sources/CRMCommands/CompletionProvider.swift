import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// Knows the codes and values of the database; silent about everything that goes wrong.
struct CompletionProvider {
  private let session: Session

  init(_ session: Session) { self.session = session }

  func candidates(_ request: CompletionRequest) -> [Candidate] {
    if case .fields(let noun) = request.completion { return fields(noun, request.prefix) }
    if case .custom("kinds") = request.completion {
      return Catalogue.nouns.map(\.rawValue).filter { $0.hasPrefix(request.prefix) }.map {
        Candidate($0, "")
      }
    }
    if let found = settings(request) { return found }
    do {
      // The line to be completed says who acts on what, as far as that is anybody's to say.
      let standing = try session.environment.standing(request.invocation)
      let actor = request.invocation.has("as") ? standing.actor : session.actor
      let store = try Store.open(
        at: standing.databasePath, mode: .reading, timeout: 0.2, older: .refused)
      let found = try store.read(as: actor, at: session.moment) { reader in
        try suggestions(request, reader)
      }
      return found.map { Candidate($0.word, $0.meaning) }
    } catch { return [] }
  }

  private func fields(_ noun: String, _ typed: String) -> [Candidate] {
    guard let kind = Catalogue.noun(noun) else { return [] }
    return Catalogue.entity(kind).fields.filter { $0.name.hasPrefix(typed) }.map {
      Candidate($0.name, session.text($0.label))
    }
  }

  /// Returns settings, or the words one takes; nil where something else is asked for.
  private func settings(_ request: CompletionRequest) -> [Candidate]? {
    switch request.completion {
    case .custom("settings"):
      return DeclaredSetting.all.filter { $0.key.hasPrefix(request.prefix) }.map {
        Candidate($0.key, session.text($0.label))
      }
    case .custom("setting-values"):
      let words = request.invocation.operands.first.flatMap { try? DeclaredSetting.named($0) }
      return (words?.type.words ?? []).filter { $0.key.hasPrefix(request.prefix) }.map {
        Candidate($0.key, session.text($0.label))
      }
    default:
      return nil
    }
  }

  private func suggestions(
    _ request: CompletionRequest, _ reader: Reader
  ) throws -> [Suggestion] {
    let typed = request.prefix
    switch request.completion {
    case .codes(let noun):
      return try Catalogue.noun(noun).map { try reader.suggestions($0, beginning: typed) } ?? []
    case .values(let noun, let field):
      return try Catalogue.noun(noun).map {
        try reader.valueSuggestions($0, field, beginning: typed)
      } ?? []
    case .views(let noun):
      return try Catalogue.noun(noun).map {
        try reader.viewSuggestions($0, beginning: typed)
      } ?? []
    case .custom("operations"): return try reader.operationSuggestions(beginning: typed)
    case .custom("mappings"):
      return try reader.importMappings().filter { $0.name.hasPrefix(typed) }.map {
        Suggestion(word: $0.name, meaning: $0.kind?.rawValue ?? "")
      }
    case .custom(let name) where name.hasPrefix("custom-fields:"):
      guard let kind = Catalogue.noun(String(name.dropFirst("custom-fields:".count))) else {
        return []
      }
      return reader.entity(kind).fields.filter {
        $0.name.hasPrefix(Field.customPrefix) && "\($0.name)=".hasPrefix(typed)
      }.map { Suggestion(word: $0.name + "=", meaning: $0.label.en) }
    case .custom("record"): return try records(typed, reader)
    case .custom("principal"): return try principals(typed, reader)
    case .custom("customer and user"):
      return try reader.suggestions(.user, beginning: typed)
        + reader.suggestions(.customer, beginning: typed)
    case .custom("transfers"):
      return try TransferLog.list(reader, TransferCriteria(), limit: 40).map {
        Suggestion(word: String($0.operation), meaning: $0.actor)
      }.filter { $0.word.hasPrefix(typed) }
    case .custom(let name) where name.hasPrefix("trash"):
      let kinds = Catalogue.noun(String(name.dropFirst(6))).map { [$0] } ?? Catalogue.nouns
      return try kinds.flatMap {
        try reader.suggestions($0, beginning: typed, inTrash: true, limit: 30)
      }
    case .none, .files, .directories, .choices, .topics, .list, .fields, .custom: return []
    }
  }

  /// Returns the nouns, and behind a noun and its colon its records.
  private func records(_ typed: String, _ reader: Reader) throws -> [Suggestion] {
    let parts = typed.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = reader.catalogue.noun(String(parts[0])) else {
      return reader.catalogue.nounChoices.filter { $0.key.hasPrefix(typed) }.map {
        Suggestion(word: $0.key + ":", meaning: session.text($0.label))
      }
    }
    return try reader.suggestions(kind, beginning: String(parts[1])).map {
      Suggestion(word: "\(kind.rawValue):\($0.word)", meaning: $0.meaning)
    }
  }

  private func principals(_ typed: String, _ reader: Reader) throws -> [Suggestion] {
    let parts = typed.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let kinds: [String: Kind] = ["user": .user, "group": .userGroup, "unit": .unit]
    guard parts.count == 2, let kind = kinds[String(parts[0])] else {
      return ["user:", "group:", "unit:", "all"].filter { $0.hasPrefix(typed) }.map {
        Suggestion(word: $0, meaning: "")
      }
    }
    return try reader.suggestions(kind, beginning: String(parts[1])).map {
      Suggestion(word: "\(parts[0]):\($0.word)", meaning: $0.meaning)
    }
  }
}
