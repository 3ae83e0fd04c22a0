import CRMEngine
import CRMValues

extension Scores {
  /// Scores and stars of live customers; those in the trash are worked out when they come back.
  static var upkeep: Upkeep {
    Upkeep(
      Choice("score", Label("Scores and stars", vi: "Điểm và xếp hạng")), of: .customer,
      advice: Label(
        "Look for points that were mistyped: crm group list, crm transaction-type list",
        vi: "Hãy tìm điểm bị gõ nhầm: crm group list, crm transaction-type list"),
      find: { reader, body in
        let scores = try Scores(reader.cache)
        let fields = try [CustomerField.score, .stars].map {
          CustomerField.entity.fields[try $0.position]
        }
        let rows = try reader.cache.prepared(
          "SELECT id, score, stars, \(pointsSQL) FROM customer WHERE deleted IS NULL")
        while try rows.step() {
          let score = rows.value(3)
          let wanted = [score, .integer(scores.stars(score.integer ?? 0))]
          for (place, value) in wanted.enumerated() where rows.value(Int32(place + 1)) != value {
            try body(
              Upkeep.Gap(
                rows.integer(0), fields[place], found: rows.value(Int32(place + 1)), wanted: value))
          }
        }
      },
      mend: { writer, ids in
        let scores = try Scores(writer.cache)
        try writer.cache.prepared(updateSQL(scores.thresholds, where: "id IN \(ids)")).run()
      })
  }
}

extension DuplicateKeys {
  /// The keys that the duplicate check finds customers by.
  static var upkeep: Upkeep {
    Upkeep(
      Choice("duplicates", Label("Keys of duplicates", vi: "Khóa kiểm tra trùng")), of: .customer,
      advice: Label(
        "Choose the fields anew: crm config set duplicate_fields …",
        vi: "Hãy đặt lại các trường: crm config set duplicate_fields …"),
      find: { reader, body in
        let last =
          try reader.cache.prepared("SELECT max(id) FROM customer").firstInteger() ?? 0
        let names = try reader.setting(.duplicateFields).filter(kept.contains)
        let entity = CustomerField.entity
        let fields = try names.map { entity.fields[try entity.handle($0)] }
        let columns = fields.map { ", " + Schema.quoted($0.name) }.joined()
        try RecordSums.differing(1, upTo: last) { sums in
          let stored = try reader.cache.prepared("SELECT key, record FROM \(table)")
          while try stored.step() {
            sums[0].add(stored.integer(1), UInt64(bitPattern: stored.integer(0)))
          }
          guard !fields.isEmpty else { return }
          let rows = try reader.cache.prepared(
            "SELECT id\(columns) FROM customer WHERE deleted IS NULL")
          while try rows.step() {
            var met: Set<Int64> = []
            for (place, field) in fields.enumerated() {
              for key in keys(field, rows.value(Int32(place + 1))) where met.insert(key).inserted {
                sums[0].take(rows.integer(0), UInt64(bitPattern: key))
              }
            }
          }
        } _: { _, id in
          try body(Upkeep.Gap(id))
        }
      },
      mend: { writer, _ in
        let duplicates = try writer.rules(CustomerRules.self).duplicates
        duplicates.forgetKeys()
        try duplicates.settle()
      })
  }
}

extension TransferLog {
  /// Lines of the history of transfers that cannot be.
  static var upkeep: Upkeep {
    Upkeep(
      Choice("transfer", Label("History of transfers", vi: "Lịch sử chuyển giao")), of: nil,
      advice: Label(
        "See what was done: crm log show N", vi: "Hãy xem thao tác đó: crm log show N"),
      find: { reader, body in
        let actions = Transfer.Action.allCases.map { "'\($0.rawValue)'" }.joined(separator: ",")
        let rows = try reader.cache.prepared(
          """
          SELECT operation, min(count), max(action) FROM transfer GROUP BY operation
          HAVING min(count) < 1 OR max(action NOT IN (\(actions))) OR min(place) <> 1
          OR max(place) <> count(*)
          """)
        while try rows.step() {
          try body(
            Upkeep.Gap(
              rows.integer(0), found: .text("\(rows.text(2) ?? "") \(rows.integer(1))")))
        }
      })
  }
}
