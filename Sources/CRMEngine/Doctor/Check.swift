import CRMValues

/// One thing that a checkup looks at.
protocol Check {
  /// What it is called in a report: the word for programs, and for people.
  var name: Choice { get }
  /// What somebody can do about what cannot be mended.
  var advice: Label { get }
  /// How long it takes among the others, roughly.
  var weight: Double { get }

  /// Notes every fault. It only reads, and keeps nothing that grows with the data.
  func find(_ examination: Examination) throws

  /// Works out anew what was noted as mendable, and logs nothing of it.
  func mend(_ mending: Mending) throws
}

extension Check {
  var weight: Double { 1 }
  func mend(_ mending: Mending) throws {}
}

extension Catalogue {
  /// Everything that is looked at, what others rest on first: the file, what the rules keep, what is
  /// summed of that.
  var checks: [any Check] {
    let kept = kindsWithRules.reversed().flatMap { entry in
      ((entry.rules as? any Rules.Type)?.upkeep ?? []).map(UpkeepCheck.init)
    }
    return [
      PlaceCheck(), IntegrityCheck(), SchemaCheck(), ReferenceCheck(), LinkCheck(), HolderCheck(),
      CircleCheck(), LogCheck(), LostCheck(), ValueCheck(),
    ] as [any Check] + kept
      + [
        FigureCheck(), FollowedCheck(), FoundByCheck(), SpellingCheck(), NumberCheck(),
        SameNameCheck(),
        AccessCheck(),
      ]
  }
}

/// Advice that several checks give.
enum Advice {
  static let restore = Label(
    "Put a backup in its place: crm restore FILE", vi: "Hãy dùng bản sao lưu: crm restore TỆP")
  static let edit = Label(
    "Give the record what it should have, with 'edit', or delete it.",
    vi: "Hãy sửa bản ghi bằng 'edit', hoặc xóa đi.")
}

/// A check of what the rules of a kind keep.
struct UpkeepCheck: Check {
  let upkeep: Upkeep

  var name: Choice { upkeep.name }
  var advice: Label { upkeep.advice }
  var weight: Double { 2 }

  func find(_ examination: Examination) throws {
    let entity = upkeep.kind.map(examination.reader.entity)
    let state = upkeep.mend == nil ? Fault.State.left : .mendable
    try upkeep.find(examination.reader) { gap in
      guard let entity else {
        return try examination.note(
          Finding(
            table: upkeep.name.key, gap.id, found: .value(gap.found), wanted: .value(gap.wanted),
            state))
      }
      try examination.note(
        Finding(
          entity, gap.id, gap.field, part: gap.field == nil ? upkeep.name.key : nil,
          found: .value(gap.found), wanted: .value(gap.wanted), state))
    }
  }

  func mend(_ mending: Mending) throws {
    try upkeep.mend?(mending.writer, mending.ids(of: upkeep.kind?.rawValue ?? upkeep.name.key))
  }
}
