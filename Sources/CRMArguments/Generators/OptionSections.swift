import CRMValues

extension Command {
  /// The options that help shows, under their headings: those required first, then the others
  /// by heading in the order of declaration.
  var optionSections: [(heading: Label, options: [Option])] {
    var sections: [(heading: Label, options: [Option])] = []
    for option in options where !option.hidden {
      let needed = option.necessity != .optional
      let heading = needed ? Words.required : option.heading ?? Words.options
      if let place = sections.firstIndex(where: { $0.heading == heading }) {
        sections[place].options.append(option)
      } else {
        sections.insert((heading, [option]), at: needed ? 0 : sections.count)
      }
    }
    return sections
  }
}

extension Option {
  /// Both forms with the value: `-n, --note TEXT`.
  func term(in language: Language) -> String {
    let usage = usage(in: language)
    return short.map { "-\($0), \(usage)" } ?? usage
  }

  /// The summary, other names, the choices and whether the option repeats.
  func explanation(in language: Language) -> String {
    var parts = [summary.text(in: language)]
    for name in also { parts[0] += " " + Words.also("--\(name)").text(in: language) }
    if repeats { parts[0] += " " + Words.repeats.text(in: language) }
    if let choices = value?.completion.choiceList {
      let list = choices.map { $0.explanation(in: language) }.joined(separator: ", ")
      parts.append("\(Words.oneOf.text(in: language)): \(list)")
    }
    return parts.joined(separator: ". ")
  }
}

extension Completion {
  fileprivate var choiceList: [Choice]? {
    switch self {
    case .choices(let choices): return choices
    case .list(let one): return one.choiceList
    default: return nil
    }
  }
}

extension Completion.Choice {
  /// The value, and its label where that says more.
  fileprivate func explanation(in language: Language) -> String {
    let label = label.text(in: language)
    let says = label.lowercased() != value.lowercased() && language != .en
    return says ? "\(value) (\(label))" : value
  }
}

extension CommandTable {
  var visibleGroups: [CommandGroup<Context>] { groups.filter { !$0.hidden } }

  /// The groups under their sections, in the order in which the sections first appear.
  var sections: [(heading: Label, groups: [CommandGroup<Context>])] {
    var sections: [(heading: Label, groups: [CommandGroup<Context>])] = []
    for group in visibleGroups {
      if let place = sections.firstIndex(where: { $0.heading == group.section }) {
        sections[place].groups.append(group)
      } else {
        sections.append((group.section, [group]))
      }
    }
    return sections
  }
}

extension CommandGroup {
  var visibleCommands: [Command<Context>] { commands().filter { !$0.hidden } }
}
