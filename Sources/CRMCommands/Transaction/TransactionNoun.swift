extension Noun {
  static let transaction = Noun(.transaction) { noun in
    noun.verbs = { [QuickCommand.command] }
    noun.searchRank = 5
  }
}
