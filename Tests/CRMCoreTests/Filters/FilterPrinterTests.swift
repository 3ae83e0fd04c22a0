import CRMTestSupport
import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Filter text → tree → text, over trees made at random.
@Suite struct FilterPrinterTests {
  @Test func printedTreesReadBack() throws {
    var random = Seeded(state: 20_261_122)
    for _ in 0..<4000 {
      let tree = Self.expression(depth: 4, &random)
      let read = try Expression(parsing: tree.text)
      #expect(read == tree, "\(tree.text)")
      #expect(read.text == tree.text)
    }
  }

  @Test func randomTextNeverCrashes() {
    var random = Seeded(state: 7)
    let pieces = [
      "a", "stars", "orders", "not", "and", "or", "in", "is", "empty", "within", "(", ")", "[",
      "]", "\"", "'", "=", "!=", "<", ">", "~", ",", ".", "..", " ", "\n", "1", "ễ", "không", "“",
      "\\", "%", "\u{301}", "🇻🇳",
    ]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
        pieces.randomElement(using: &random) ?? ""
      }.joined()
      if let tree = try? Expression(parsing: text) {
        #expect((try? Expression(parsing: tree.text)) == tree, "\(text) → \(tree.text)")
      }
    }
  }

  private static func expression(depth: Int, _ random: inout Seeded) -> Expression {
    switch Int.random(in: 0...(depth > 0 ? 6 : 3), using: &random) {
    case 4: return .all(parts(depth: depth, &random))
    case 5: return .any(parts(depth: depth, &random))
    case 6: return .not(expression(depth: depth - 1, &random))
    default:
      return .comparison(Comparison(path(depth: depth, &random), test(&random)))
    }
  }

  private static func parts(depth: Int, _ random: inout Seeded) -> [Expression] {
    (0..<Int.random(in: 2...3, using: &random)).map { _ in
      expression(depth: depth - 1, &random)
    }
  }

  private static func path(depth: Int, _ random: inout Seeded) -> FieldPath {
    FieldPath(
      (0..<Int.random(in: 1...3, using: &random)).map { _ in
        let hasCondition = depth > 1 && Int.random(in: 0...4, using: &random) == 0
        return FieldPath.Step(
          ["name", "tax-code", "orders", "a_1", "nguồn", "is", "in", "empty"]
            .randomElement(using: &random) ?? "a",
          condition: hasCondition ? expression(depth: depth - 2, &random) : nil)
      })
  }

  private static func test(_ random: inout Seeded) -> Comparison.Test {
    let symbols = Comparison.Symbol.allCases
    switch Int.random(in: 0...9, using: &random) {
    case 0: return .isIn(literals(&random))
    case 1: return .isNotIn(literals(&random))
    case 2: return .isEmpty
    case 3: return .isNotEmpty
    case 4: return .isWithin(literal(&random))
    case 5: return .isNotWithin(literal(&random))
    default: return .compare(symbols.randomElement(using: &random) ?? .equals, literal(&random))
    }
  }

  private static func literals(_ random: inout Seeded) -> [Literal] {
    (0..<Int.random(in: 1...3, using: &random)).map { _ in literal(&random) }
  }

  private static func literal(_ random: inout Seeded) -> Literal {
    let letters = Array("abzđễ09 .,-/%@+()[]\"'\\=<>!~“”\n…:;và")
    return Literal(
      String(
        (0..<Int.random(in: 0...8, using: &random)).map { _ in
          letters.randomElement(using: &random) ?? "a"
        }))
  }
}
