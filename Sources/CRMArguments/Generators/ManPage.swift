import CRMValues

extension CommandTable {
  /// Returns the manual page of the program, as roff for `man`: what it is, its nouns and topics.
  /// Each noun has a page of its own.
  ///
  /// The page is pure ASCII: other characters are written as `\[uXXXX]`, so that it reads well
  /// whatever encoding the formatter expects.
  public func manPage(in language: Language, version: String) -> String {
    var page = ManPage(language: language)
    addHead(to: &page, version: version)
    page.section(Words.commands)
    for group in visibleGroups { page.entry(group.word, page.text(group.summary)) }
    page.macro("PP")
    page.line(roff(page.text(Words.manOfNoun(program))))
    addChapters(to: &page)
    return page.text
  }

  /// Returns the manual page of one noun, with all of its commands.
  public func manPage(ofNoun word: String, in language: Language, version: String) -> String {
    var page = ManPage(language: language)
    guard let group = group(named: word) else { return "" }
    let name = "\(program)-\(group.word)"
    page.macro(
      "TH", [name.uppercased(), "1", "", "\(program) \(version)", page.text(Words.manual)])
    page.section(Words.name)
    page.line("\(roff(name)) \\- \(roff(page.text(group.summary)))")
    page.section(Words.commands)
    add(group, to: &page)
    if group.visibleCommands.contains(where: { !$0.examples.isEmpty }) {
      page.section(Words.examples)
      addExamples(of: group, to: &page)
    }
    return page.text
  }

  /// Returns the part of the page that is about one group; about none of them for nil.
  public func manPage(of word: String?, in language: Language, version: String) -> String {
    var page = ManPage(language: language)
    if let group = word.flatMap(group(named:)) {
      add(group, to: &page)
      addExamples(of: group, to: &page)
    } else {
      addHead(to: &page, version: version)
      addChapters(to: &page)
    }
    return page.text
  }

  private func addHead(to page: inout ManPage, version: String) {
    page.macro(
      "TH", [program.uppercased(), "1", "", "\(program) \(version)", page.text(Words.manual)])
    page.section(Words.name)
    page.line("\(roff(program)) \\- \(roff(page.text(summary)))")
    page.section(Words.synopsis)
    page.line(roff(page.text(Words.overviewUsage(program))))
    page.section(Words.globalOptions)
    page.add(globalOptions.filter { !$0.hidden })
  }

  private func add(_ group: CommandGroup<Context>, to page: inout ManPage) {
    for command in group.visibleCommands {
      page.add(command, usage: usage(of: command, in: page.language))
    }
  }

  private func addChapters(to page: inout ManPage) {
    for chapter in chapters() {
      page.section(chapter.title)
      for paragraph in chapter.details {
        page.macro("PP")
        page.line(roff(page.text(paragraph)))
      }
      for entry in chapter.entries { page.entry(entry.term, page.text(entry.text)) }
    }
  }

  private func addExamples(of group: CommandGroup<Context>, to page: inout ManPage) {
    for example in group.visibleCommands.flatMap(\.examples) {
      page.macro("PP")
      page.line(roff(page.text(example.summary)))
      page.macro("PP")
      page.macro("RS", ["4"])
      page.macro("EX")
      page.line(roff(example.command))
      page.macro("EE")
      page.macro("RE")
    }
  }
}

private struct ManPage {
  let language: Language
  var lines: [String] = []

  var text: String { lines.joined(separator: "\n") + "\n" }

  func text(_ label: Label) -> String { label.text(in: language) }

  /// Adds a line of text already escaped, guarded against being read as a macro.
  mutating func line(_ text: String) {
    let guarded = text.hasPrefix(".") || text.hasPrefix("\\(aq")
    lines.append(guarded ? "\\&" + text : text)
  }

  mutating func macro(_ name: String, _ arguments: [String] = []) {
    lines.append(([".\(name)"] + arguments.map { "\"\(roff($0))\"" }).joined(separator: " "))
  }

  mutating func section(_ title: Label) {
    macro("SH", [text(title).uppercased()])
  }

  mutating func entry(_ term: String, _ text: String) {
    macro("TP")
    macro("B", [term])
    line(roff(text))
  }

  mutating func add(_ options: [Option]) {
    for option in options { entry(option.term(in: language), option.explanation(in: language)) }
  }

  mutating func add<Context>(_ command: Command<Context>, usage: String) {
    macro("SS", [usage])
    line(roff(text(command.summary)) + ".")
    for paragraph in command.details {
      macro("PP")
      line(roff(text(paragraph)))
    }
    for operand in command.operands { entry(operand.usage(in: language), text(operand.summary)) }
    for section in command.optionSections {
      macro("PP")
      line(roff(text(section.heading)) + ":")
      add(section.options)
    }
  }
}

/// Escapes text for roff: no character is left that the formatter would change or obey.
private func roff(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\e"
    case "-": result += "\\-"
    case "'": result += "\\(aq"
    case "\"": result += "\\(dq"
    case "`": result += "\\(ga"
    case "^": result += "\\(ha"
    case "~": result += "\\(ti"
    case "\n": result += " "
    default:
      if scalar.isASCII {
        result.unicodeScalars.append(scalar)
      } else {
        let hex = String(scalar.value, radix: 16, uppercase: true)
        result += "\\[u" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex + "]"
      }
    }
  }
  return result
}
