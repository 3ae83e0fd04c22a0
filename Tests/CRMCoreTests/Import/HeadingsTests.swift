import CRMValues
import Testing

@testable import CRMCore
@testable import CRMEngine

/// Headings lead to fields: each to one, in both languages.
@Suite struct HeadingsTests {
  /// A document's field wins over its lines', and what a field is called over what it may also
  /// be called. Within one of these four steps no heading may mean two fields.
  @Test(arguments: Catalogue.nouns)
  func meanOneFieldEach(kind: Kind) {
    let entity = Catalogue.entity(kind)
    for part in [entity, entity.lines.map(Catalogue.entity)].compactMap(\.self) {
      var called: [String: String] = [:]
      var alsoCalled: [String: String] = [:]
      for field in part.fields where !(part.traits.contains(.part) && field.target == kind) {
        for name in [field.name, field.label.en, field.label.vi] {
          let other = called.updateValue(field.name, forKey: Headings.key(name))
          #expect(other == nil || other == field.name, "\(part.kind): \(name)")
        }
        for name in field.headers {
          let other = alsoCalled.updateValue(field.name, forKey: Headings.key(name))
          #expect(other == nil || other == field.name, "\(part.kind): \(name)")
        }
      }
    }
  }

  /// A further heading that can never win is a mistake in the declaration.
  @Test(arguments: Catalogue.nouns)
  func areNeverInVain(kind: Kind) {
    let entity = Catalogue.entity(kind)
    let known = Headings(entity.kind, Entities())
    for (position, field) in entity.fields.enumerated() where field.access == .editable {
      for name in [field.name, field.label.en, field.label.vi] + field.headers {
        #expect(known.target(name) == .field(position), "\(kind).\(field.name): \(name)")
      }
    }
    for (part, own) in known.parts.enumerated() {
      for (position, field) in own.fields.enumerated()
      where field.access == .editable && field.target != kind {
        // Further kinds of parts may have fields of the same name: their kind stands before it.
        let name = (part == 0 ? "" : entity.columnPrefix(of: own.kind)) + field.name
        for name in [name, field.label.en, field.label.vi] + field.headers {
          #expect(known.target(name) == .part(part, position), "\(own.kind).\(field.name): \(name)")
        }
      }
    }
  }

  @Test(
    arguments: [
      (Kind.customer, "TÊN KHÁCH HÀNG", "name"), (.customer, "ten khach hang", "name"),
      (.customer, "  Tên-KH ", "name"), (.customer, "Customer name", "name"),
      (.customer, "đ.thoại", nil), (.customer, "Điện_thoại", "phones"),
      (.customer, "tax_code", "tax_code"), (.customer, "tax-code", "tax_code"),
      (.customer, "Tax Code", "tax_code"), (.customer, "", nil), (.customer, "公司", nil),
      (.order, "Khách hàng", "customer"), (.order, "Order number", "code"),
    ] as [(Kind, String, String?)])
  func forgiveCaseMarksAndPunctuation(kind: Kind, heading: String, field: String?) {
    let known = Headings(kind, Entities())
    #expect(known.target(heading).flatMap(known.field)?.name == field)
  }

  /// Every kind is found from its own columns, in either language, unless another kind's are
  /// called the same.
  @Test(arguments: Catalogue.nouns, Language.allCases)
  func tellTheKind(kind: Kind, language: Language) {
    let columns = columns(kind, language)
    let alike = Catalogue.nouns.filter { Set(columns).isSubset(of: self.columns($0, language)) }
    let kinds = Headings.kinds(of: columns, Entities())
    #expect(kinds.contains(kind))
    #expect(Set(kinds).isSubset(of: alike))
    #expect(language == .en || kinds.count == 1)
  }

  private func columns(_ kind: Kind, _ language: Language) -> [String] {
    Catalogue.entity(kind).fields.filter {
      $0.access == .editable && !["owner", "tags"].contains($0.name)
    }.map { $0.label.text(in: language) }
  }

  @Test func doNotGuessBetweenKinds() {
    let kinds = Headings.kinds(of: ["Code", "Name", "Description"], Entities())
    #expect(kinds.contains(.source) && kinds.contains(.tag) && !kinds.contains(.order))
    let error = failure {
      try ColumnPlan(
        ["Code", "Name", "Description"], file: "x.csv", options: ImportOptions(),
        entities: Entities())
    }
    #expect(error?.kind == .request)
    #expect(error?.message.en.contains("fit several kinds: unit, role, user-group, source") == true)
    #expect(error?.hints.first?.en.contains("--into") == true)
  }

  /// "Tên" and "Mã" alone are the name and code of every kind, where nothing else is called so;
  /// they say nothing of the kind.
  @Test(arguments: ["Tên", "Name", "Mã", "Code"])
  func generalOnesFitEveryKind(heading: String) {
    for kind in Catalogue.nouns {
      let known = Headings(kind, Entities())
      let name = ["Tên", "Name"].contains(heading) ? "name" : "code"
      guard known.entity.position(of: name) != nil else { continue }
      #expect(known.target(heading) != nil, "\(kind): \(heading)")
    }
    #expect(
      Headings.kinds(of: ["Tên", "Mã", "Khách hàng", "Giá trị hợp đồng"], Entities()) == [.contract]
    )
    #expect(!Headings.kinds(of: ["Tên", "Mã"], Entities()).contains(.contract))
  }

  @Test(
    arguments: [
      (["Tài khoản", "Họ tên", "Email"], Kind.user),
      (["Mã KH", "Tên khách hàng", "Điện thoại"], .customer),
      (["Khách hàng", "Họ tên", "Chức vụ", "Điện thoại"], .contact),
      (["Mã sản phẩm", "Tên sản phẩm", "Giá"], .product),
      (["Số đơn hàng", "Khách hàng", "Ngày đặt hàng", "Mã sản phẩm", "Số lượng"], .order),
      (["Mã thẻ chăm sóc", "Khách hàng", "Số đơn hàng", "Ngày chăm sóc"], .careCard),
      (["a", "b", "c"], nil), ([], nil),
    ] as [([String], Kind?)])
  func tellTheKindOfUsualFiles(headings: [String], kind: Kind?) {
    #expect(Headings.kinds(of: headings, Entities()) == [kind].compactMap(\.self))
  }
}
