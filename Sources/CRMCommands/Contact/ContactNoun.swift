import CRMArguments
import CRMValues

extension Noun {
  static let contact = Noun(.contact) { noun in
    noun.searchRank = 2
    noun.hasCards = true
  }
}
