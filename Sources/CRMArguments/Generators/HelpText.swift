import CRMValues

/// How headings in help look.
public enum HelpStyle: Sendable {
  case plain
  /// Bold by ANSI escape sequences.
  case bold

  func heading(_ text: String) -> String {
    switch self {
    case .plain: return text
    case .bold: return "\u{1B}[1m\(text)\u{1B}[0m"
    }
  }
}

/// The help of one topic as it is written.
struct HelpText<Context> {
  let table: CommandTable<Context>
  let language: Language
  let style: HelpStyle
  var block: TextBlock

  init(table: CommandTable<Context>, language: Language, width: Int, style: HelpStyle) {
    self.table = table
    self.language = language
    self.style = style
    block = TextBlock(width: min(width, 100))
  }

  mutating func overview() -> String {
    block.addParagraph("\(table.program): \(table.summary.text(in: language))")
    addUsage(Words.overviewUsage(table.program).text(in: language))
    for section in table.sections {
      add(heading: section.heading)
      block.addList(section.groups.map { ($0.word, $0.summary.text(in: language)) })
    }
    let chapters = table.chapters()
    if !chapters.isEmpty {
      add(heading: Words.topics(table.program))
      block.addList(chapters.map { ($0.word, $0.title.text(in: language)) })
    }
    add(heading: Words.globalOptions)
    add(table.globalOptions.filter { !$0.hidden })
    block.add(line: "")
    block.addParagraph(Words.moreHelp(table.program).text(in: language))
    return block.text
  }

  mutating func help(of chapter: Chapter) -> String {
    block.addParagraph(style.heading(chapter.title.text(in: language)))
    for paragraph in chapter.details {
      block.add(line: "")
      block.addParagraph(paragraph.text(in: language))
    }
    block.add(line: "")
    block.addList(chapter.entries.map { ($0.term, $0.text.text(in: language)) })
    return block.text
  }

  mutating func help(
    of words: [String], group: CommandGroup<Context>, commands: [Command<Context>]
  ) -> String {
    let name = ([table.program] + words).joined(separator: " ")
    if words.count == 1 { block.addParagraph("\(name): \(group.summary.text(in: language))") }
    addUsage("\(name) \(Words.anyVerb.text(in: language))")
    add(heading: Words.commands)
    add(commands, below: words.count)
    return block.text
  }

  mutating func help(of command: Command<Context>, with more: [Command<Context>]) -> String {
    let name = "\(table.program) \(command.name)"
    block.addParagraph("\(name): \(command.summary.text(in: language))")
    addUsage(table.usage(of: command, in: language))
    for paragraph in command.details {
      block.add(line: "")
      block.addParagraph(paragraph.text(in: language))
    }
    if !command.examples.isEmpty { add(heading: Words.examples) }
    for example in command.examples {
      block.add(line: "  \(example.command)")
      block.addParagraph(example.summary.text(in: language), indent: 6)
    }
    if !command.operands.isEmpty {
      add(heading: Words.operands)
      block.addList(
        command.operands.map {
          ($0.placeholder.text(in: language), $0.summary.text(in: language))
        })
    }
    for section in command.optionSections {
      add(heading: section.heading)
      add(section.options)
    }
    addGlobals(except: command.options)
    if !more.isEmpty {
      add(heading: Words.commands)
      add(more, below: 1)
    }
    return block.text
  }

  private mutating func addUsage(_ usage: String) {
    block.add(line: "")
    block.addParagraph("\(Words.usage.text(in: language)): \(usage)")
  }

  private mutating func add(heading: Label) {
    block.add(line: "")
    block.add(line: style.heading(heading.text(in: language)))
  }

  private mutating func add(_ options: [Option]) {
    let anyShort = options.contains { $0.short != nil }
    block.addList(
      options.map { option in
        let margin = anyShort && option.short == nil ? "    " : ""
        return (margin + option.term(in: language), option.explanation(in: language))
      })
  }

  private mutating func add(_ commands: [Command<Context>], below count: Int) {
    block.addList(
      commands.map { command in
        (command.words.dropFirst(count).joined(separator: " "), command.summary.text(in: language))
      })
  }

  /// Names the global options, which the overview explains.
  private mutating func addGlobals(except own: [Option]) {
    let names = table.globalOptions.filter { global in
      !global.hidden && global.long != "version" && !own.contains { $0.long == global.long }
    }
    add(heading: Words.globalOptions)
    let hint = Words.explained(by: "\(table.program) help").text(in: language)
    block.addParagraph(names.map { "--\($0.long)" }.joined(separator: " ") + ". " + hint, indent: 2)
  }
}
