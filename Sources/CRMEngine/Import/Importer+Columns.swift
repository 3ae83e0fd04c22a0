extension Importer {
  /// What the fields hold that the columns of the file fill, by column; nil for a column that
  /// fills none.
  public var columnKinds: [FieldKind?] {
    var kinds = [FieldKind?](repeating: nil, count: plan.headings.count)
    for column in plan.columns { kinds[column.index] = column.field.kind }
    return kinds
  }
}
