extension Noun {
  static let comment = Noun(.comment) { noun in
    noun.section = Sections.records
    noun.verbs = { CommentCommands.commands }
    // A comment is not copied: it was said once.
    noun.without = ["duplicate"]
    noun.searchRank = 7
    noun.addLine = { code, session in
      "crm comment add \(code) \(session.text(CommentCommands.placeholder))"
    }
  }
}
