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
      if let said = self.topic(saidAs: topic) {
        return try help(of: said, in: language, width: width, style: style)
      }
      let chapters = chapters()
      if topic.count == 1, let chapter = chapters.first(where: { $0.word == noun }) {
        return text.help(of: chapter)
      }
      let found = commands(about: topic.joined(separator: " "))
      if topic.count > 1, !found.isEmpty { return list(found, in: language, width: width) }
      throw .unknownNoun(
        noun, among: visibleGroups.map(\.word) + chapters.map(\.word), program: program)
    }
    let words = [group.word] + topic.dropFirst()
    let commands = group.commands().filter { !$0.hidden && $0.words.starts(with: words) }
    if let exact = commands.first(where: { $0.words == words }) {
      return text.help(of: exact, with: commands.filter { $0.words != words })
    }
    guard commands.isEmpty else { return text.help(of: words, group: group, commands: commands) }
    if let said = self.topic(saidAs: topic), said != topic {
      return try help(of: said, in: language, width: width, style: style)
    }
    let known = group.visibleCommands.compactMap { $0.words.dropFirst().first }
    throw .unknownVerb(
      words.dropFirst().joined(separator: " "), of: [group.word],
      among: known.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }, program: program)
  }

  /// Returns a text of few headings with lines below them.
  public static func screen(
    _ title: Label, _ sections: [(heading: Label, lines: [(String, Label)])],
    in language: Language, width: Int, style: HelpStyle
  ) -> String {
    var block = TextBlock(width: min(width, 100))
    block.addParagraph(title.text(in: language))
    for section in sections {
      block.add(line: "")
      block.add(line: style.heading(section.heading.text(in: language)))
      block.addList(section.lines.map { ($0.0, $0.1.text(in: language)) })
    }
    return block.text
  }
}
