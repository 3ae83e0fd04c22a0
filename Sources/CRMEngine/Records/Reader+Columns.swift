import CRMValues

extension Reader {
  /// Returns the columns of the given paths; the kind's usual ones for none.
  ///
  /// - Throws: ``CRMError`` that names the nearest for an unknown path.
  public func columns(_ paths: [String], of kind: Kind) throws -> [QueryColumn] {
    let entity = entities[kind]
    guard paths.count <= StatementLimits.columns else {
      throw StatementLimits.tooMany(
        paths.count, of: Label("columns", vi: "cột"), most: StatementLimits.columns)
    }
    let compiler = FilterCompiler(entity: entity, alias: "t", context: try filterContext(.page))
    return try (paths.isEmpty ? entity.listed : paths).map { path in
      try column(entity.fieldUnder(path)?.name ?? path, compiler)
    }
  }

  private func column(_ path: String, _ compiler: FilterCompiler) throws -> QueryColumn {
    let operand = try compiler.operand(path)
    var kind = operand.kind
    var sql = operand.fragment
    if let field = compiler.entity.field(path), case .references(let target) = field.kind {
      kind = field.kind
      sql = names(of: field, target, compiler)
    } else if case .reference(let target) = kind {
      let other = entity(target)
      sql = """
        (SELECT r.\(name: other.referenceField) FROM main.\(raw: other.table) r WHERE r.id = \(sql))
        """
    } else if kind == .record {
      sql = catalogue.linkText(sql)
    }
    let short = compiler.entity.field(path)?.short
    return QueryColumn(
      path: path, label: operand.label, heading: short ?? operand.label, kind: kind, sql: sql)
  }

  /// The names of the records a link field names, in the order of their ids, with
  /// ``QueryColumn/separator`` between them.
  private func names(
    of field: Field, _ target: Kind, _ compiler: FilterCompiler
  ) -> SQLFragment {
    let other = entity(target)
    // A cross join is carried out as written, so that the names come in the links' order.
    return """
      (SELECT group_concat(r.\(name: other.referenceField), char(31)) \
      FROM \(raw: compiler.link(field)) l CROSS JOIN main.\(raw: other.table) r \
      ON r.id = l.target WHERE l.record = \(raw: compiler.alias).id)
      """
  }

  /// Returns what the filter language needs to know of this reader.
  ///
  /// - Parameter knowsMe: whether `me`, or `tôi`, is the acting user.
  func filterContext(
    _ mode: FilterContext.Mode, knowsMe: Bool = true
  ) throws -> FilterContext {
    FilterContext(
      moment: moment, leapDay: try leapDayRule(), entities: entities,
      resolve: { [self] kind, text in
        let found = try resolve(kind, text)
        guard found.isEmpty, kind == .user, knowsMe, let user = actor.user,
          ["me", "toi"].contains(folded(text))
        else { return found }
        return [user]
      },
      links: { [self] text in try links(named: text) },
      nearest: { [self] kind, text in (try? nearestNames(kind, text)) ?? [] }, mode: mode,
      visible: { [self] kind, alias in try visible(kind, alias) },
      isSeenWith: { [self] entity, field in
        field.road == .holder && (!entity.isNoun || rights.reach(.view, entity.kind) > .none)
      })
  }
}
