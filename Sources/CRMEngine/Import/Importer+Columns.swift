extension Importer {
  /// Notes that a record may have come in before: with this file only those of an earlier one are
  /// meant, since two alike in one file are told apart by whoever wrote it.
  func noteAlike(_ reading: inout RowReading.Reading) throws {
    guard let likeness = plan.entity.likeness, !likeness.isSame,
      let id = try match.alike(likeness, reading.values, writer, before: firstNewID)
    else { return }
    reading.warnings.append(
      ImportReasons.mayBeThere(try writer.label(kind, id), plan.entity, likeness))
  }

  /// Notes the columns that nothing was taken from, of those in which something stands; of a file
  /// without rows all of them.
  func noteLeftOut(_ filled: Set<Int>) {
    for column in plan.left where filled.contains(column.place) || report.rows == 0 {
      switch column.reason {
      case .unknown: report.unknownHeadings.append(column.heading)
      case .passed: report.passedHeadings.append(column.heading)
      case .filled:
        let isTwice = plan.headings.count { $0 == column.heading } > 1
        report.superfluousHeadings.append(
          column.heading + (isTwice ? " (\(ColumnName.sign(column.place)))" : ""))
      case .unnamed where report.rows > 0:
        report.unnamedColumns.append(ColumnName.sign(column.place))
      case .unnamed: break
      }
    }
  }

  /// What the fields hold that the columns of the file fill, by column; nil for a column that
  /// fills none.
  public var columnKinds: [FieldKind?] {
    var kinds = [FieldKind?](repeating: nil, count: plan.headings.count)
    for column in plan.columns {
      for place in column.places { kinds[place] = column.field.kind }
    }
    return kinds
  }
}
