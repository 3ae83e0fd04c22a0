import CRMCore
import CRMEngine

extension Nouns {
  /// The nouns that have something of their own. One line a noun; only the one asked for is made.
  private static let own: [(kind: Kind, noun: @Sendable () -> Noun)] = [
    (.user, { .user }),
    (.role, { .role }),
    (.tier, { .tier }),
    (.customer, { .customer }),
    (.contact, { .contact }),
    (.comment, { .comment }),
    (.product, { .product }),
    (.order, { .order }),
    (.careCard, { .careCard }),
    (.transaction, { .transaction }),
    (.contract, { .contract }),
    (.task, { .task }),
    (.appointment, { .appointment }),
    (.call, { .call }),
    (.note, { .note }),
    (.consultation, { .consultation }),
    (.view, { .view }),
    (.customField, { .customField }),
  ]

  /// The kind that a command is about where none is named: examples, columns to complete.
  static let main: Kind = .customer

  /// Returns what a noun has of its own.
  static func own(_ kind: Kind) -> Noun {
    own.first { $0.kind == kind }?.noun() ?? Noun(kind)
  }

  /// The kinds that are searched together, in the order in which hits are shown.
  static var searched: [Kind] {
    own.map { $0.noun() }.compactMap { noun in noun.searchRank.map { ($0, noun.kind) } }
      .sorted { $0.0 < $1.0 }.map(\.1)
  }

  /// The kinds that a telephone has cards of.
  static var withCards: [Kind] { own.map { $0.noun() }.filter(\.hasCards).map(\.kind) }
}
