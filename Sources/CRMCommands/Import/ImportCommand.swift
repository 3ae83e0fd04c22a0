import CRMArguments
import CRMCatalogue
import CRMCore
import CRMTables
import CRMValues

/// `crm import FILE`: brings a file of records in.
enum ImportCommand {
  static let summary = Label(
    "Import customers, orders, anything from a file", vi: "Nhập khẩu dữ liệu từ tệp")

  /// - Parameter kind: the noun it stands under; nil for the top-level verb, which finds the
  ///   kind from the headings.
  static func command(_ kind: Kind?) -> Command<Session> {
    Command(
      kind.map { [$0.rawValue, "import"] } ?? ["import"], summary,
      details: [
        Label(
          "Headings are found in English or Vietnamese, in any case and order. Rows in error go "
            + "to a rejects file with line and reason, and the rest lands as one operation that "
            + "crm undo takes back.",
          vi: "Tiêu đề tiếng Anh hay tiếng Việt, thứ tự bất kỳ. Dòng lỗi được ghi ra tệp kèm số "
            + "dòng và lý do, phần còn lại được nhập trong một thao tác mà crm undo hoàn tác được."),
        Label(
          "Rows of one document, such as the lines of an order, are those with the same code.",
          vi: "Các dòng cùng mã chứng từ (như các dòng của một đơn hàng) là một bản ghi."),
      ],
      operands: [
        Operand(
          "FILE", Label("The file, or - for standard input", vi: "Tệp, hoặc - cho đầu vào chuẩn"),
          completion: .files(["csv", "tsv", "txt", "xlsx", "xls", "ods", "vcf", "json", "jsonl"]))
      ],
      options: options(kind) + GlobalOptions.writing,
      effect: .writes,
      examples: [
        Example(
          kind.map { "crm \($0.rawValue) import du-lieu.csv" }
            ?? "crm import khach-hang.csv --create-missing",
          Label("Import, adding the lists' entries the file names",
            vi: "Nhập và thêm các mục danh mục có trong tệp")),
        Example(
          kind.map { "crm \($0.rawValue) import - --dry-run" }
            ?? "crm import khach-hang.csv --map 'Tên KH=name' --dry-run",
          Label("Try it without changing anything", vi: "Thử mà không thay đổi gì")),
      ],
      run: { invocation, session in try ImportRun(kind, invocation, session).run() })
  }

  private static func options(_ kind: Kind?) -> [Option] {
    var options: [Option] = []
    if kind == nil {
      options.append(
        Option(
          "into", value: .one("KIND", .custom("kinds")),
          Label("What the rows are (else found from the headings)",
            vi: "Loại bản ghi (nếu không, tự nhận theo tiêu đề)")))
    }
    return options + [
      Option(
        "map", value: .one("HEADING=FIELD"),
        Label("Take this column for that field; no field leaves it out",
          vi: "Coi cột này là trường kia; để trống trường là bỏ qua cột"), repeats: true),
      Option(
        "mode", value: .one("MODE", choices(ImportOptions.Mode.allCases.map(\.rawValue))),
        Label("add, update or upsert (upsert)", vi: "add, update hoặc upsert (mặc định upsert)")),
      Option(
        "match", value: .one("FIELD"),
        Label("Find existing records by this field, not the code: phones, emails, tax-code …",
          vi: "Tìm bản ghi đã có theo trường này thay vì mã: phones, emails, tax-code …"),
        repeats: true),
      Option(
        "blank", value: .one("keep|clear", choices(ImportOptions.Blank.allCases.map(\.rawValue))),
        Label("What an empty cell does to an existing record (keep)",
          vi: "Ô trống thì giữ (keep) hay xóa (clear) giá trị cũ")),
      Option(
        "create-missing",
        Label("Add sources, groups, units … that the file names and that do not exist",
          vi: "Tự thêm nguồn, nhóm, đơn vị … có trong tệp mà chưa có")),
      Option(
        "strict", Label("Land nothing where one row is in error",
          vi: "Không nhập gì nếu có một dòng lỗi")),
      Option(
        "rejects", value: .one("FILE", .files(["csv"])),
        Label("Where rows in error go (FILE.rejects.csv here)",
          vi: "Tệp ghi các dòng lỗi (mặc định TỆP.rejects.csv tại đây)")),
      Option(
        "restore-trashed",
        Label("Take records the file names out of the trash",
          vi: "Khôi phục bản ghi trong thùng rác có mã trong tệp")),
      Option(
        "allow-duplicate",
        Label("Do not check for duplicate phones and emails",
          vi: "Không kiểm tra trùng số điện thoại và email")),
      Option(
        "preview",
        Label("Show what is read, heading row and first rows; nothing is imported",
          vi: "Xem trước những gì đọc được: tiêu đề và các dòng đầu; không nhập gì")),
      Option(
        "count",
        Label("With --preview: only the number of rows", vi: "Với --preview: chỉ in số dòng")),
      Option(
        "sheet", value: .one("NAME|N"),
        Label("The sheet by name or place (the first one)",
          vi: "Trang tính theo tên hoặc thứ tự (mặc định trang đầu)")),
      Option(
        "header-row", value: .one("N"),
        Label("The line the headings are on (else found)",
          vi: "Dòng chứa tiêu đề (nếu không, tự nhận)")),
      Option(
        "encoding", value: .one("NAME"),
        Label("The file's encoding (else recognised)", vi: "Bảng mã của tệp (nếu không, tự nhận)")),
      Option(
        "delimiter", value: .one("CHAR"),
        Label("The character between cells (else recognised)",
          vi: "Ký tự ngăn cách ô (nếu không, tự nhận)")),
      Option(
        "json", Label("Print the result as JSON", vi: "In kết quả dạng JSON")),
    ]
  }

  private static func choices(_ words: [String]) -> Completion {
    .choices(words.map { .init($0, Label(same: $0)) })
  }
}
