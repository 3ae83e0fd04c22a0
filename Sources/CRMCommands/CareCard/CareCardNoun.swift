extension Noun {
  static let careCard = Noun(.careCard) { noun in
    noun.showing = Showing(options: { CarePanel.options }) { id, session, reader in
      guard CarePanel.isAsked(session) else { return false }
      try CarePanel.put(id, session, reader)
      return true
    }
    noun.searchRank = 4
  }
}
