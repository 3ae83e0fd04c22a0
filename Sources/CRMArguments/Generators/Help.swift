import CRMValues

extension CommandTable {
  /// Returns the help of a topic.
  ///
  /// - Parameters:
  ///   - topic: No words for the overview, a noun, a noun and its verb, the word of a chapter.
  ///   - width: Columns of the terminal; more than 100 are not used.
  /// - Throws: a usage error that suggests the nearest noun or verb.
  public func help(
    of topic: [String] = [], in language: Language, width: Int = 80, style: HelpStyle = .plain
  ) throws(CRMError) -> String {
    var text = HelpText(table: self, language: language, width: width, style: style)
    guard let noun = topic.first else { return text.overview() }
    guard let group = group(named: noun) else {
      let chapters = chapters()
      if topic.count == 1, let chapter = chapters.first(where: { $0.word == noun }) {
        return text.help(of: chapter)
      }
      throw .unknownNoun(
        noun, among: visibleGroups.map(\.word) + chapters.map(\.word), program: program)
    }
    let words = [group.word] + topic.dropFirst()
    let commands = group.commands().filter { !$0.hidden && $0.words.starts(with: words) }
    if let exact = commands.first(where: { $0.words == words }) {
      return text.help(of: exact, with: commands.filter { $0.words != words })
    }
    guard commands.isEmpty else { return text.help(of: words, group: group, commands: commands) }
    let known = group.visibleCommands.compactMap { $0.words.dropFirst().first }
    throw .unknownVerb(
      words.dropFirst().joined(separator: " "), of: [group.word],
      among: known.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, program: program)
  }
}
