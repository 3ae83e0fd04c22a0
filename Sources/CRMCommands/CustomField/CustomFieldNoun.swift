extension Noun {
  static let customField = Noun(.customField) { $0.takesCustomFields = false }
}
