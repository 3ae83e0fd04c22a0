import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

extension Noun {
  static let customer = Noun(.customer) { noun in
    noun.verbs = {
      [
        FilterCommand.command, LookupCommand.command, DuplicatesCommand.command,
        MergeCommand.command, RevenueCommand.command, ProductsCommand.command,
        ReferralsCommand.command, SummaryCommand.command, LevelsCommand.command,
        PipelineCommand.command, RelationshipCommand.command, TakeCommand.command,
        TimelineCommand.command,
        HandOverCommand.command(.customer, verb: "transfer", told: TransferWords.transfer),
      ] + GroupCommands.commands + CommonCommands.commands + TransferCommands.commands
        + ViewerCommands.commands
    }
    noun.examples = CustomerExamples.of
    noun.handOverSummary = TransferWords.handOver
    noun.handOverDetails = TransferWords.handOverDetails
    noun.formOptions = { [allowDuplicate] }
    noun.criteria = Criteria(
      options: { CustomerCriteria.options },
      conditions: { try CustomerCriteria.conditions($0, $1, isTold: $2) })
    noun.showing = Showing(options: { [explain, CustomerPanel.option] }) { id, session, reader in
      if session.invocation.has("explain") {
        try ScoreText.put(id, session, reader)
        return true
      }
      return try CustomerPanel.put(id, session, reader)
    }
    noun.searchRank = 1
    noun.foundElsewhere = ContactHits.place
    noun.notes = CustomerNotes.notes
    // No two people share a phone, an email, a tax code.
    noun.isNotCopied = { $0.isKeyed || $0.kind == .taxCode }
    noun.extendLine = { field, code in
      field.name == "viewers" ? "crm customer viewer add \(code) USER" : nil
    }
    noun.hasCards = true
  }

  private static let allowDuplicate = Option(
    "allow-duplicate",
    Label(
      "Also where another customer has the phone or email",
      vi: "Cho phép trùng điện thoại, email với khách hàng khác"))

  private static let explain = Option(
    "explain",
    Label("Show what score and stars are made of", vi: "Giải thích điểm và số sao"))
}

/// A customer is found by its contacts too.
enum ContactHits {
  static func place(
    _ code: String, _ words: String, _ session: Session, _ reader: Reader
  ) throws -> String? {
    var query = Query(.contact)
    query.words = words
    query.conditions = [Criterion.equals("customer", code)]
    query.limit = 1
    var found: String?
    let columns = try reader.columns(["name", "phones"], of: .contact)
    try reader.rows(query, columns) { _, values in
      let texts = values.compactMap(\.text).joined(separator: " ")
      found = "\(session.text(Catalogue.entity(.contact).label)): \(texts)"
    }
    return found
  }
}
