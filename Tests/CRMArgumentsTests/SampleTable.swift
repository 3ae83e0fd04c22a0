import CRMArguments
import CRMValues

/// A small table with one of everything: nouns, nested verbs, verbs with and without subcommands.
let sample = CommandTable<Void>(
  Label("Keep customers", vi: "Quản lý khách hàng"),
  globalOptions: [
    Option(
      "lang",
      value: .one("NAME", .choices([.init("en", Label("English", vi: "Tiếng Anh"))])),
      Label("Language of the screen", vi: "Ngôn ngữ hiển thị")),
    Option("json", Label("Print JSON", vi: "In JSON")),
    Option("yes", short: "y", Label("Ask nothing", vi: "Không hỏi")),
    Option("verbose", short: "v", Label("Say more", vi: "Nói nhiều hơn")),
  ],
  groups: [
    CommandGroup(
      "customer", aliases: ["customers"], Label("Customers", vi: "Khách hàng"), section: records
    ) { customerCommands },
    CommandGroup("import", Label("Import a file", vi: "Nhập tệp"), section: data) {
      [importCommand, templateCommand]
    },
    CommandGroup(verb: "undo", Label("Undo", vi: "Hoàn tác"), section: data) {
      Command(
        ["undo"], Label("Reverse an operation", vi: "Hoàn tác một thao tác"),
        operands: [Operand("N", Label("the operation", vi: "thao tác"), arity: .optional)],
        effect: .writes, run: ignore)
    },
    CommandGroup(
      "help", Label("Explain", vi: "Giải thích"), section: data
    ) {
      [
        Command(
          ["help"], Label("Explain a command", vi: "Giải thích một lệnh"),
          operands: [
            Operand(
              "TOPIC", Label("noun and verb", vi: "danh từ và động từ"), arity: .many,
              completion: .topics)
          ], effect: .none, run: ignore)
      ]
    },
    CommandGroup(
      verb: "__complete", Label("Complete", vi: "Gợi ý"), section: data, hidden: true
    ) {
      Command(
        ["__complete"], Label("Complete", vi: "Gợi ý"), effect: .none, hidden: true, run: ignore)
    },
  ],
  chapters: {
    [
      Chapter(
        "exit-status", Label("Exit status", vi: "Mã thoát"),
        details: [Label("What scripts get.", vi: "Dành cho script.")],
        [.init("0", Label("done", vi: "xong")), .init("2", Label("*usage*", vi: "sai cú pháp"))])
    ]
  })

private let records = Label("Records", vi: "Bản ghi")
private let data = Label("Data", vi: "Dữ liệu")
private let ignore: Command<Void>.Run = { _, _ in }
private let criteria = Label("Criteria", vi: "Tiêu chí")

private let codes = Operand(
  "CODE", Label("codes of customers", vi: "mã khách hàng"), arity: .oneOrMore,
  completion: .codes(kind: "customer"))

private let importCommand = Command<Void>(
  ["import"], Label("Import a file", vi: "Nhập tệp"),
  operands: [
    Operand(
      "FILE", Label("file to read", vi: "tệp cần đọc"), completion: .files(.read, ["csv", "xlsx"]))
  ],
  options: [
    Option("into", value: .one("KIND"), Label("Kind of record", vi: "Loại bản ghi")),
    Option("dry-run", Label("Write nothing", vi: "Không ghi gì")),
  ],
  effect: .writes,
  examples: [Example("crm import khách.csv --dry-run", Label("Try it", vi: "Thử"))], run: ignore)

private let templateCommand = Command<Void>(
  ["import", "template"], Label("Write a template", vi: "Ghi tệp mẫu"),
  operands: [Operand("KIND", Label("kind of record", vi: "loại bản ghi"))], effect: .none,
  run: ignore)

private let customerCommands: [Command<Void>] = [
  Command(
    ["customer", "add"], Label("Add a customer", vi: "Thêm khách hàng"),
    options: [
      Option(
        "note", short: "n", value: .one("TEXT"), Label("A note", vi: "Ghi chú"), repeats: true),
      Option(
        "name", value: .one("NAME"), Label("Full name", vi: "Họ tên"), necessity: .prompted),
      Option("pin", short: "p", value: .one("NUMBER"), Label("Secret", vi: "Bí mật"), secret: true),
      Option(
        "json", value: .one("FILE", .files(.read, ["json"])), Label("Read JSON", vi: "Đọc JSON"),
        replacesGlobal: true),
      Option("color", value: .optional("TIME"), Label("Colour", vi: "Màu")),
      Option("common", value: .flag("yes|no"), Label("Common", vi: "Chung")),
      Option(
        "level", short: "l",
        value: .one(
          "LEVEL",
          .choices([
            .init("new", Label("New", vi: "Mới")), .init("signed", Label("Signed", vi: "Đã ký")),
          ])), Label("Level", vi: "Mức độ")),
    ],
    effect: .writes,
    examples: [
      Example("crm customer add --name 'Nguyễn Văn A'", Label("By name", vi: "Theo tên")),
      Example("crm customer add --json - < a.json", Label("From JSON", vi: "Từ JSON")),
    ], run: ignore),
  Command(
    ["customer", "filter"], Label("Filter customers", vi: "Lọc khách hàng"),
    operands: [
      Operand("CODE", Label("customers", vi: "khách hàng"), arity: .many)
    ],
    options: [
      many("and", Label("In all of these groups", vi: "Thuộc mọi nhóm")),
      many("or", Label("In any of these groups", vi: "Thuộc một trong các nhóm")),
      many("not", Label("Not in all of these groups", vi: "Không thuộc mọi nhóm")),
      Option(
        "from", short: "f", value: .one("DATE"), Label("Created from", vi: "Tạo từ"),
        heading: criteria),
      Option("limit", value: .one("N"), Label("At most N", vi: "Nhiều nhất N"), heading: criteria),
      Option(
        "sort", value: .one("FIELD", .list(.fields(kind: "customer"))),
        Label("Order", vi: "Thứ tự"), heading: criteria),
    ],
    effect: .reads, run: ignore),
  Command(
    ["customer", "transfer"], Label("Transfer customers", vi: "Chuyển khách hàng"),
    operands: [codes],
    options: [
      Option(
        "to", value: .one("USER", .codes(kind: "user")), Label("To whom", vi: "Cho ai"),
        necessity: .required),
      Option(
        "notify", value: .many("USER", .codes(kind: "user")), Label("Tell", vi: "Thông báo")),
    ], effect: .writes, run: ignore),
  Command(
    ["customer", "group", "move"], Label("Move", vi: "Chuyển nhóm"), operands: [codes],
    effect: .writes, run: ignore),
  Command(
    ["customer", "group", "add"], Label("Add", vi: "Thêm vào nhóm"), operands: [codes],
    effect: .writes, run: ignore),
]

private func many(_ name: String, _ summary: Label) -> Option {
  Option(
    name, value: .many("GROUP", .values(kind: "group", field: "name")), summary, repeats: true,
    heading: criteria)
}
