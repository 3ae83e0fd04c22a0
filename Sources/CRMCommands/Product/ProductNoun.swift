extension Noun {
  static let product = Noun(.product) { $0.searchRank = 3 }
}
