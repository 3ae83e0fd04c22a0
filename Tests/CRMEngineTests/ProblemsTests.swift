import CRMValues
import Testing

@testable import CRMEngine

/// A catalogue that is not sound says so, in sentences that name the place.
@Suite struct ProblemsTests {
  @Test func findsNoneInASoundCatalogue() {
    #expect(Catalogue.toy.problems() == [])
  }

  /// A kind as it would be declared, its name the noun.
  private static func declared(
    _ kind: Kind, _ fields: [Field], label: Label = Label("Thing", vi: "Vật"),
    traits: Entity.Traits = [], listed: [String] = ["code"], lines: Kind? = nil,
    isCommon: Bool = true
  ) -> Entity {
    Entity(
      kind, label, plural: label, codePrefix: "X", fields: fields, traits: traits,
      nameField: "code", listed: listed, parts: lines.map { [$0] } ?? [],
      isCommon: isCommon)
  }

  private static func field(
    _ name: String, _ kind: FieldKind = .text, _ label: Label = Label("Name", vi: "Tên"),
    belongs: Bool = false, follows: Field.Following? = nil
  ) -> Field {
    Field(name, kind, label, belongs: belongs, follows: follows)
  }

  private static let base: [Catalogue.Listed] = [.unit, .role, .user, .tag]
  private static let first = Kind(201, "first")
  private static let second = Kind(202, "second")
  private static let third = Kind(203, "third")
  private static let part = Kind(204, "part", isNoun: false)

  private static func listed(_ entity: Entity, rules: (any Rules.Type)? = nil) -> Catalogue.Listed {
    Catalogue.Listed(entity.kind, entity, rules: rules)
  }

  /// One catalogue for each sentence.
  private static let faults: [(sentence: String, kinds: [Catalogue.Listed])] = [
    (
      "the number 201 is listed twice",
      [listed(declared(first, [])), listed(declared(Kind(201, "other"), []))]
    ),
    (
      "the noun first is listed twice",
      [
        listed(declared(first, [])),
        listed(declared(Kind(205, "first", table: "first_again"), [])),
      ]
    ),
    (
      "the table first is listed twice",
      [listed(declared(first, [])), listed(declared(Kind(205, "other", table: "first"), []))]
    ),
    (
      "what is listed as first is the declaration of second",
      [Catalogue.Listed(first, declared(second, []))]
    ),
    (
      "first.x refers to second, which is not listed",
      [listed(declared(first, [field("x", .reference(second))]))]
    ),
    (
      "first.x refers to second, which is listed later",
      [listed(declared(first, [field("x", .references(second))])), listed(declared(second, []))]
    ),
    (
      "first.x is moved by events, but first has no rules",
      [listed(declared(first, [field("x", follows: .events)]))]
    ),
    (
      "JobRules, listed with first, are the rules of job",
      [listed(declared(first, []), rules: JobRules.self)]
    ),
    (
      "JobRules are the rules of both first and second",
      [
        listed(declared(first, []), rules: JobRules.self),
        listed(declared(second, []), rules: JobRules.self),
      ]
    ),
    (
      "holders go round in a circle: first, second, third, first",
      [
        listed(declared(first, [field("x", .reference(second), belongs: true)])),
        listed(declared(second, [field("x", .reference(third), belongs: true)])),
        listed(declared(third, [field("x", .reference(first), belongs: true)])),
      ]
    ),
    (
      "holders go round in a circle: first, first",
      [listed(declared(first, [field("x", .reference(first), belongs: true)]))]
    ),
    ("part is a part, and belongs to no document", [listed(declared(part, [], traits: .part))]),
    (
      "part is a part of more than one document: first, second",
      [
        listed(declared(first, [], lines: part)), listed(declared(second, [], lines: part)),
        listed(
          declared(
            part,
            [
              field("x", .reference(first), belongs: true),
              field("y", .reference(second), belongs: true),
            ], traits: .part)),
      ]
    ),
    (
      "first, the document of part, does not name it as lines",
      [
        listed(declared(first, [])),
        listed(declared(part, [field("x", .reference(first), belongs: true)], traits: .part)),
      ]
    ),
    (
      "first has the lines second, which are no part",
      [listed(declared(second, [])), listed(declared(first, [], lines: second))]
    ),
    (
      "first has the lines part, which belong to another document",
      [
        listed(declared(second, [], lines: part)), listed(declared(first, [], lines: part)),
        listed(declared(part, [field("x", .reference(second), belongs: true)], traits: .part)),
      ]
    ),
    (
      "first.total sums second, which is not listed",
      [listed(declared(first, [field("total", .money, follows: .sum(of: second, "x", by: "y"))]))]
    ),
    (
      "first.total sums x, which second has not",
      [
        listed(declared(first, [field("total", .money, follows: .sum(of: second, "x", by: "y"))])),
        listed(declared(second, [field("y", .reference(first))])),
      ]
    ),
    (
      "first.total sums by y, which is no first",
      [
        listed(declared(first, [field("total", .money, follows: .sum(of: second, "x", by: "y"))])),
        listed(declared(second, [field("x", .money), field("y")])),
      ]
    ),
    (
      "first.left follows from paid, which it has not",
      [
        listed(
          declared(
            first,
            [field("total", .money), field("left", .money, follows: .difference("total", "paid"))]
          ))
      ]
    ),
    (
      "first is not common, and has no road by which it is seen",
      [listed(declared(first, [], isCommon: false))]
    ),
    ("first declares the field x twice", [listed(declared(first, [field("x"), field("x")]))]),
    ("first has no field colour", [listed(declared(first, [], listed: ["code", "colour"]))]),
    (
      "first has no label in one language",
      [listed(declared(first, [], label: Label("Thing", vi: "")))]
    ),
    (
      "first has no plural in one language",
      [listed(declared(first, [], label: Label("", vi: "Vật")))]
    ),
    (
      "first.x has no label in one language",
      [listed(declared(first, [field("x", .text, Label("", vi: "Tên"))]))]
    ),
    (
      "first.x has no label for a in one language",
      [listed(declared(first, [field("x", .choice([Choice("a", Label("A", vi: ""))]))]))]
    ),
  ]

  @Test(arguments: ProblemsTests.faults.indices)
  func tells(fault: Int) {
    let (sentence, kinds) = ProblemsTests.faults[fault]
    let problems = Catalogue(ProblemsTests.base + kinds).problems()
    #expect(problems.contains(sentence), "\(problems)")
  }
}
