import CRMValues

extension Reader {
  /// Checks the filter, columns and order that a view, a tier or a rule keeps, before they are
  /// kept.
  ///
  /// - Throws: ``CRMError`` that names the unknown kind, field or value.
  func checkSaved(_ entity: Entity, _ values: [Value]) throws {
    func text(_ name: String) -> String? {
      entity.position(of: name).flatMap { values[$0].text }
    }
    switch entity.kind {
    case .tier, .commonRule:
      try checkCondition(text("condition"), of: .customer, knowsMe: false)
    case .view:
      let noun = text("kind") ?? ""
      guard let kind = Catalogue.noun(noun) else { throw Reader.unknownNoun(noun) }
      try checkCondition(text("condition"), of: kind)
      _ = try columns(PathList.split(text("columns") ?? ""), of: kind)
      _ = try columns(Query.Sort.list(text("sort") ?? "").map(\.path), of: kind)
    case .unit, .user, .userGroup, .role, .roleRight, .source, .group, .relationship,
      .transactionType, .tag,
      .productGroup, .paymentMethod, .customer, .contact, .product, .order, .orderLine, .careCard,
      .transaction, .contract, .comment, .importMapping, .share, .setting, .customField:
      return
    }
  }

  private func checkCondition(
    _ text: String?, of kind: Kind, knowsMe: Bool = true
  ) throws {
    guard let text, !text.isEmpty else { return }
    var query = Query(kind)
    query.knowsMe = knowsMe
    query.conditions = [try Expression(parsing: text)]
    query.limit = 1
    _ = try ids(query)
  }

  private static func unknownNoun(_ noun: String) -> CRMError {
    let nouns = Catalogue.nouns.map(\.rawValue)
    let near = nearest(to: noun, among: nouns)
    let list = nouns.joined(separator: ", ")
    return CRMError(
      .request, "“\(noun)” is not a kind of record", vi: "“\(noun)” không phải loại bản ghi",
      hints: near.isEmpty
        ? [Label("One of: \(list)", vi: "Một trong: \(list)")] : Label.didYouMean(near))
  }
}
