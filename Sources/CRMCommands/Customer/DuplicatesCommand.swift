import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// `crm customer duplicates`: customers that may be there twice, two by two (RULES 3.3).
enum DuplicatesCommand {
  static var command: Command<Session> {
    Command(
      ["customer", "duplicates"],
      Label("Find customers that may be there twice", vi: "Tìm khách hàng có thể bị trùng"),
      details: [
        Label(
          "Names, phones, emails, addresses, birthdays, tax codes and faxes are compared, "
            + "contacts' "
            + "phones and emails too, whatever the marks, order, abbreviations and slips. What few "
            + "have counts more than what many have. The higher the score, the surer: at 50 half "
            + "of the pairs are one customer, at 74 eight of nine, at 97 nearly all.",
          vi: "So sánh tên, điện thoại, email, địa chỉ, ngày sinh, mã số thuế, fax, cả điện thoại "
            + "và email của liên hệ, bất kể dấu, thứ tự, viết tắt, lỗi gõ. Giá trị càng ít người "
            + "có càng đáng tin. Điểm càng cao càng chắc: ở 50 điểm, hai cặp có một cặp trùng thật; ở "
            + "74 điểm, chín cặp có tám; ở 97 điểm thì gần như chắc chắn."),
        Label(
          "--exact: only pairs with an equal phone, email, tax code or fax, or an equal name "
            + "together with the birthday or the address; of every score. --by: only these fields, "
            + "and the score is how alike they are.",
          vi: "--exact: chỉ các cặp trùng hẳn điện thoại, email, mã số thuế, fax, hoặc trùng tên "
            + "cùng với ngày sinh hay địa chỉ; mọi mức điểm. --by: chỉ so các trường này, điểm là "
            + "mức "
            + "giống nhau của chúng."),
        Label(
          "What comes out can go into 'crm customer merge --pairs': the one that was added first "
            + "stays. Look it through before; 'crm undo' takes the merge back.",
          vi: "Kết quả đưa thẳng được vào 'crm customer merge --pairs': giữ khách hàng thêm trước. "
            + "Hãy xem lại trước khi gộp; 'crm undo' hoàn tác việc gộp."),
      ],
      options: options + ListCommand.selecting(.customer)
        + [Listing.limit, Listing.count, ProgressBar.option] + GlobalOptions.format,

      examples: [
        Example(
          "crm customer duplicates --limit 20",
          Label("The twenty surest pairs", vi: "Hai mươi cặp đáng ngờ nhất")),
        Example(
          "crm customer duplicates --exact --by phone,email",
          Label("The same phone or email", vi: "Trùng điện thoại hoặc email")),
        Example(
          "crm customer duplicates --min-score 95 --format csv > trung.csv",
          Label(
            "To look through, then: crm customer merge --pairs trung.csv",
            vi: "Để xem lại, rồi: crm customer merge --pairs trung.csv")),
      ],
      reads: { _, session in Look { try run(session, $0) } })
  }

  private static let options = [
    Option("exact", Label("Only what is equal", vi: "Chỉ những cặp trùng hẳn")),
    Option(
      "min-score", value: .one("N"),
      Label(
        "The least score, 0 to 100 (70; 0 with --exact)",
        vi: "Điểm thấp nhất, 0 đến 100 (70; 0 với --exact)")),
    Option(
      "by",
      value: .one(
        "A,B",
        .list(.choices(DuplicateField.allCases.map { .init($0.rawValue, $0.label) }))),
      Label(
        "Compare only these: name, phone, email, address, birthday, tax-code, fax",
        vi: "Chỉ so: name, phone, email, address, birthday, tax-code, fax")),
  ]

  private static func wish(_ invocation: Invocation) throws -> DuplicateWish {
    let isExact = invocation.has("exact")
    let usual = isExact ? 0 : DuplicateWish.usualScore
    return DuplicateWish(
      least: try invocation.integer("min-score", in: 0...100).map(Float.init) ?? usual,
      fields: Set(try invocation.choices("by").compactMap(DuplicateField.init)), isExact: isExact)
  }

  private static func run(_ session: Session, _ reader: Reader) throws {
    let invocation = session.invocation
    let wish = try wish(invocation)
    let limit = try invocation.integer("limit", in: 0...Int.max)
    let query = try Selection.query(.customer, session, reader) ?? Query(.customer)
    let progress = Progress(session)
    defer { progress.erase() }
    let found = try reader.duplicates(
      among: query, wish, onRead: progress.read, pace: { progress.search($0) })
    progress.erase()
    guard let found else { throw Interruption.error }
    for crowd in found.crowded { tell(crowd, session) }
    if found.isCut {
      session.say(
        "only the \(Money.text(Int64(found.pairs.count), .en)) surest pairs are kept",
        vi: "chỉ giữ \(Money.text(Int64(found.pairs.count), .vi)) cặp đáng ngờ nhất")
    }
    if invocation.has("count") { return try session.put(String(found.pairs.count)) }
    try DuplicateRows.put(found.pairs.prefix(limit ?? .max), session, reader)
  }

  private static func tell(
    _ crowd: (field: DuplicateField, customers: Int), _ session: Session
  ) {
    let label = crowd.field.label
    session.say(
      "\(Money.text(Int64(crowd.customers), .en)) customers have one \(label.en.lowercased()): "
        + "of such many only those with similar names are compared",
      vi: "\(Money.text(Int64(crowd.customers), .vi)) khách hàng chung một "
        + "\(label.vi.lowercased()): nhóm đông như vậy chỉ so những người tên gần nhau")
  }

  /// The progress bars of the two halves, and the look-out for Ctrl-C. Used by one thread at a
  /// time, as ``Reader/duplicates(among:_:onRead:pace:)`` promises.
  private final class Progress: @unchecked Sendable {
    private let session: Session
    private let reading: ProgressBar
    private var searching: ProgressBar?

    init(_ session: Session) {
      self.session = session
      reading = ProgressBar(session)
    }

    func read() -> Bool {
      reading.advance(nil)
      return !Interruption.happened
    }

    func search(_ fraction: Double) -> Bool {
      let bar = searching ?? ProgressBar(session)
      searching = bar
      reading.erase()
      bar.show(fraction)
      return !Interruption.happened
    }

    func erase() {
      reading.erase()
      searching?.erase()
    }
  }
}
