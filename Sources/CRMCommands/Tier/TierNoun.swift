extension Noun {
  static let tier = Noun(.tier) { $0.verbs = { [TierApplyCommand.command] } }
}
