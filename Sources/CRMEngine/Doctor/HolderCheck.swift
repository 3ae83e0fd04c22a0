import CRMValues

/// Live records that belong to what is in the trash.
struct HolderCheck: Check {
  let name = Choice("holder", Label("Belonging", vi: "Bản ghi cha"))
  let advice = Label(
    "Take the holder out of the trash (crm trash restore CODE), or delete the record.",
    vi: "Hãy khôi phục bản ghi cha (crm trash restore MÃ), hoặc xóa bản ghi này.")

  func find(_ examination: Examination) throws {
    for kind in examination.catalogue.nounKinds {
      let holder = examination.reader.entity(kind)
      for (_, entity, field) in examination.catalogue.referrers(to: kind)
      where entity.hasTrash && holder.hasTrash {
        try examination.rows(
          """
          SELECT t.id, t.\(Schema.quoted(field.name)) FROM \(holder.table) h
          JOIN \(entity.table) t ON t.\(Schema.quoted(field.name)) = \(field.keySQL(of: kind, "h.id"))
          WHERE h.deleted IS NOT NULL AND t.deleted IS NULL
          """
        ) { row in
          let value = Value.integer(row.integer(1))
          guard let (kind, id) = examination.catalogue.record(namedBy: field, value) else { return }
          let code = try examination.code(examination.reader.entity(kind), id)
          try examination.note(
            Finding(
              entity, row.integer(0), field,
              found: .words(Label("\(code), in the trash", vi: "\(code), trong thùng rác")), .left))
        }
      }
    }
  }
}
