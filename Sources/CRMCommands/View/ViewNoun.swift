extension Noun {
  static let view = Noun(.view) { $0.section = Sections.records }
}
