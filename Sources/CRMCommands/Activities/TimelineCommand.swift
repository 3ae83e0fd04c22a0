import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer timeline CODE`: everything that happened to a customer, the newest first
/// (RULES 15.6).
enum TimelineCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "timeline"],
      Label(
        "Everything that happened to a customer, newest first",
        vi: "Mọi việc với một khách hàng, mới nhất trước"),
      details: [
        Label(
          "Exchanges, activities, documents, cards and changes in one stream. --only takes: "
            + names.joined(separator: ", ") + ".",
          vi: "Trao đổi, hoạt động, chứng từ, thẻ chăm sóc và thay đổi trong một dòng thời gian. "
            + "--only nhận: " + names.joined(separator: ", ") + ".")
      ],
      operands: [RecordOperands.one(Catalogue.entity(.customer))],
      options: [
        Option(
          "only", value: .one("A,B", .list(.choices(streams.map { .init($0.name, $0.label) }))),
          Label("Only these streams", vi: "Chỉ các loại này"), heading: FieldCriteria.heading),
        Listing.limit, Listing.offset, Listing.count,
      ] + GlobalOptions.format,
      examples: [
        Example(
          "crm customer timeline KH000001 --limit 20",
          Label("The latest twenty", vi: "Hai mươi việc gần nhất")),
        Example(
          "crm customer timeline KH000001 --only comments,calls,changes",
          Label("What was said, and changes", vi: "Trao đổi, cuộc gọi và thay đổi")),
      ],
      reads: { invocation, session in
        let streams = try chosen(invocation.value("only"))
        let limit = try invocation.integer("limit", in: 0...Int.max)
        let offset = try invocation.integer("offset", in: 0...Int.max) ?? 0
        return Look { reader in
          let customer = try reader.one(.customer, invocation.operands[0])
          let timeline = Timeline(reader, customer: customer, streams: streams)
          if invocation.has("count") { return try session.put(String(timeline.count())) }
          let entries = try timeline.page(limit: limit, offset: offset)
          try TimelineRows(session, reader).put(entries)
        }
      })
  }

  private static var streams: [Timeline.Stream] { Timeline.streams(.crm) }
  private static var names: [String] { streams.map(\.name) }

  /// Returns the streams that are named; all for none.
  private static func chosen(_ typed: String?) throws -> [Timeline.Stream] {
    guard let typed else { return streams }
    return try PathList.split(typed).map { name in
      let plain = name.lowercased().replacing("-", with: "_")
      if let stream = streams.first(where: { $0.name == plain || $0.kind?.rawValue == name }) {
        return stream
      }
      let near = nearest(to: plain, among: names)
      let list = (near.isEmpty ? names : near).joined(separator: ", ")
      throw CRMError(
        .usage, "--only: there is no “\(name)” in a timeline",
        vi: "--only: dòng thời gian không có “\(name)”",
        hints: [Label("One of: \(list)", vi: "Một trong: \(list)")])
    }
  }
}
