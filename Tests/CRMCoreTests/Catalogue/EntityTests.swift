import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// What must hold of every declared kind.
@Suite struct EntityTests {
  @Test(arguments: Catalogue.order)
  func isDeclaredUnderItsOwnName(kind: Kind) {
    #expect(Catalogue.entity(kind).kind == kind)
    #expect(Catalogue.order.filter { $0 == kind }.count == 1)
  }

  @Test(arguments: Catalogue.order)
  func hasBothLabels(kind: Kind) {
    let entity = Catalogue.entity(kind)
    var labels = [entity.label, entity.plural]
    for field in entity.fields {
      labels.append(field.label)
      if let help = field.help { labels.append(help) }
      labels += choices(field).map(\.label)
    }
    for label in labels {
      for text in [label.en, label.vi] {
        #expect(!text.isEmpty && cleaned(text) == text, "\(kind): “\(text)”")
      }
    }
  }

  @Test(arguments: Catalogue.order)
  func namesFieldsOnce(kind: Kind) {
    let entity = Catalogue.entity(kind)
    let names = entity.fields.map(\.name)
    #expect(Set(names).count == names.count)
    for field in entity.fields {
      let isPlain = field.name.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || $0 == UInt8(ascii: "_")
      }
      #expect(isPlain, "\(kind).\(field.name)")
      #expect(entity.field(field.name) == field)
      #expect(entity.field(field.option) == field)
      #expect(field.name != "id" && field.name != "deleted" && field.name != "name_fold")
    }
  }

  @Test(arguments: Catalogue.order)
  func refersToWhatComesBefore(kind: Kind) throws {
    let entity = Catalogue.entity(kind)
    let own = try #require(Catalogue.order.firstIndex(of: kind))
    for field in entity.fields {
      guard field.access == .editable, let target = field.target, target != kind else { continue }
      let other = try #require(Catalogue.order.firstIndex(of: target))
      // What two kinds have of one another waits for the later of them.
      let isMutual = Catalogue.entity(target).fields.contains { $0.target == kind }
      #expect(
        other < own || isMutual, "\(kind).\(field.name) refers to \(target), which comes later")
    }
    if let lines = entity.lines.map(Catalogue.entity) {
      #expect(lines.traits.contains(.part))
      #expect(lines.fields.contains { $0.target == kind && $0.belongs })
    }
  }

  @Test(arguments: Catalogue.order)
  func listsFieldsItHas(kind: Kind) {
    let entity = Catalogue.entity(kind)
    let columns = entity.fields.filter { !$0.isLinked }.map(\.name) + ["deleted"]
    #expect(!entity.listed.isEmpty)
    #expect(Set(entity.listed).count == entity.listed.count)
    for name in entity.listed + entity.requiredOnImport + [entity.nameField] {
      #expect(entity.field(name) != nil, "\(kind) has no \(name)")
    }
    for name in entity.unique + entity.search + entity.indexes.flatMap(\.self) {
      #expect(columns.contains(name), "\(kind) has no column \(name)")
    }
    let names = entity.indexes.map { $0.joined(separator: "_") }
    #expect(Set(names).count == names.count)
  }

  @Test(arguments: Catalogue.order)
  func requiresOnlyWhatCanBeGiven(kind: Kind) {
    let entity = Catalogue.entity(kind)
    for field in entity.fields where field.required {
      #expect(field.access == .editable, "\(kind).\(field.name)")
      #expect(!field.isLinked, "\(kind).\(field.name)")
    }
    for field in entity.fields {
      guard let name = field.fallback else { continue }
      #expect(entity.field(name)?.access == .editable, "\(kind).\(field.name)")
    }
  }

  @Test(arguments: Catalogue.order)
  func offersChoicesThatDiffer(kind: Kind) {
    for field in Catalogue.entity(kind).fields {
      let choices = choices(field)
      if case .choice = field.kind { #expect(choices.count > 1) }
      #expect(Set(choices.map(\.key)).count == choices.count, "\(kind).\(field.name)")
      // Any of the three words is accepted, so no word may stand for two choices.
      var meaning: [String: String] = [:]
      for choice in choices {
        for word in [choice.key, choice.label.en, choice.label.vi] {
          let simple = String(folded(word).map { $0 == "-" || $0 == "_" ? " " : $0 })
          let other = meaning.updateValue(choice.key, forKey: simple)
          #expect(other == nil || other == choice.key, "\(kind).\(field.name): \(word)")
        }
      }
    }
  }

  @Test(arguments: Catalogue.order)
  func defaultsToValuesOfTheField(kind: Kind) {
    for field in Catalogue.entity(kind).fields {
      guard let value = field.defaultValue else { continue }
      switch field.kind {
      case .choice(let choices): #expect(choices.contains { $0.key == value })
      case .flag: #expect(value == "0" || value == "1")
      case .integer, .decimal, .percent, .money, .duration: #expect(Int64(value) != nil)
      case .day: #expect(value == "today")
      case .moment: #expect(value == "today" || value == "now")
      case .code, .text, .longText, .yearlyDay, .instant, .recurrence, .phones, .emails, .taxCode,
        .location,
        .reference, .references, .record, .noun, .condition:
        Issue.record("\(kind).\(field.name) cannot default to \(value)")
      }
    }
  }

  private func choices(_ field: Field) -> [Choice] {
    if case .choice(let choices) = field.kind { return choices }
    return []
  }
}
