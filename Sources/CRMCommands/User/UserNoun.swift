extension Noun {
  static let user = Noun(.user) { $0.section = Sections.records }
}
