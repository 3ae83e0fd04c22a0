import CRMValues

extension CommandTable {
  /// Returns the reference of all commands as one Markdown page.
  public func markdownReference(in language: Language) -> String {
    var page = MarkdownPage(language: language)
    addHead(to: &page)
    for group in visibleGroups { add(group, to: &page) }
    addChapters(to: &page)
    return page.text
  }

  /// Returns the part of the reference that is about one group; about none of them for nil.
  public func markdownReference(of word: String?, in language: Language) -> String {
    var page = MarkdownPage(language: language)
    if let group = word.flatMap(group(named:)) {
      add(group, to: &page)
    } else {
      addHead(to: &page)
      addChapters(to: &page)
    }
    return page.text
  }

  private func addHead(to page: inout MarkdownPage) {
    page.add("# \(program)", "")
    page.add(page.prose(summary), "")
    page.add("```", Words.overviewUsage(program).text(in: page.language), "```", "")
    for section in sections {
      page.add(
        "- \(page.prose(section.heading)): "
          + section.groups.map {
            "[\($0.word)](#\(program)-\($0.word))"
          }.joined(separator: ", "))
    }
    page.add("", "## \(Words.globalOptions.text(in: page.language))", "")
    page.add(globalOptions.filter { !$0.hidden })
  }

  private func add(_ group: CommandGroup<Context>, to page: inout MarkdownPage) {
    page.add("## \(program) \(group.word)", "", page.prose(group.summary), "")
    for command in group.visibleCommands {
      if command.words.count > 1 { page.add("### \(program) \(command.name)", "") }
      page.add(command, usage: usage(of: command, in: page.language))
    }
  }

  private func addChapters(to page: inout MarkdownPage) {
    for chapter in chapters() {
      page.add("## \(page.prose(chapter.title))", "")
      for paragraph in chapter.details { page.add(page.prose(paragraph), "") }
      page.add(chapter.entries.map { "- `\($0.term)`: \(page.prose($0.text))" })
      page.add("")
    }
  }
}

private struct MarkdownPage {
  let language: Language
  var lines: [String] = []

  /// The page without empty lines at its end.
  var text: String {
    let end = lines.lastIndex { !$0.isEmpty } ?? -1
    return lines[...end].joined(separator: "\n") + "\n"
  }

  mutating func add(_ lines: String...) {
    add(lines)
  }

  mutating func add(_ lines: [String]) {
    self.lines += lines
  }

  mutating func add(_ options: [Option]) {
    add(options.map { "- `\($0.term(in: language))`: \(prose($0.explanation(in: language)))" })
    add("")
  }

  mutating func add<Context>(_ command: Command<Context>, usage: String) {
    if command.words.count > 1 { add(prose(command.summary), "") }
    add("```", usage, "```", "")
    for paragraph in command.details { add(prose(paragraph), "") }
    if !command.operands.isEmpty {
      add("\(Words.operands.text(in: language)):", "")
      add(command.operands.map { "- `\($0.usage(in: language))`: \(prose($0.summary))" })
      add("")
    }
    for section in command.optionSections {
      add("\(prose(section.heading)):", "")
      add(section.options)
    }
    if command.examples.isEmpty { return }
    add("\(Words.examples.text(in: language)):", "")
    for example in command.examples {
      add("```sh", "# \(example.summary.text(in: language))", example.command, "```", "")
    }
  }

  func prose(_ label: Label) -> String {
    prose(label.text(in: language))
  }

  /// Escapes what Markdown would read as markup, outside backticks.
  func prose(_ text: String) -> String {
    var result = ""
    var inCode = false
    for character in text {
      if character == "`" { inCode.toggle() }
      if !inCode, "\\*_<>[]|#".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
