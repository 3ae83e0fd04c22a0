import CRMValues
import Testing

@testable import CRMArguments

@Suite struct HelpTextTests {
  @Test func explainsACommand() throws {
    let expected = """
      crm customer add: Thêm khách hàng

      Cách dùng: crm customer add [TÙY-CHỌN…]

      Ví dụ
        crm customer add --name 'Nguyễn Văn A'
            Theo tên
        crm customer add --json - < a.json
            Từ JSON

      Bắt buộc
        --name TÊN  Họ tên

      Tùy chọn
        -n, --note NỘI-DUNG      Ghi chú (ghi được nhiều lần)
        -p, --pin SỐ             Bí mật
            --json TỆP           Đọc JSON
            --color[=THỜI-ĐIỂM]  Màu
            --common [có|không]  Chung
        -l, --level MỨC-ĐỘ       Mức độ. Một trong: new (Mới), signed (Đã ký)

      Tùy chọn chung
        --lang --yes --verbose --help. 'crm help' giải thích các tùy chọn này.

      """
    let text = try sample.help(of: ["customer", "add"], in: .vi)
    #expect(text == expected)
  }

  @Test func listsTheVerbsOfANoun() throws {
    let text = try sample.help(of: ["customers", "group"], in: .en)
    let expected = """

      Usage: crm customer group VERB …

      Commands
        move  Move
        add   Add

      """
    #expect(text == expected)
    #expect(try sample.help(of: ["import"], in: .en).hasSuffix("  template  Write a template\n"))
  }

  @Test(arguments: Language.allCases) func leavesOutWhatIsHidden(_ language: Language) throws {
    let text = try sample.help(in: language)
    #expect(!text.contains("__complete"))
    #expect(text.contains("-V, --version"))
  }

  @Test(arguments: [10, 40, 57, 80, 400]) func keepsToTheWidth(_ width: Int) throws {
    for topic in [[], ["customer"], ["customer", "add"], ["customer", "filter"]] {
      for language in Language.allCases {
        let text = try sample.help(of: topic, in: language, width: width)
        let prose = text.split(separator: "\n").filter { !$0.hasPrefix("  crm ") }
        #expect(prose.allSatisfy { $0.count <= min(max(width, 40), 100) && $0.last != " " })
      }
    }
  }

  @Test func explainsAChapterByItsWord() throws {
    let expected = """
      Mã thoát

      Dành cho script.

        0  xong
        2  sai cú pháp

      """
    #expect(try sample.help(of: ["exit-status"], in: .vi) == expected)
    let overview = try sample.help(in: .en)
    #expect(overview.contains("Topics of 'crm help'\n  exit-status  Exit status\n"))
    let error = try #require(throws: CRMError.self) { try sample.help(of: ["exit-statu"], in: .en) }
    #expect(error.hints.first?.en == "did you mean 'exit-status'?")
  }

  @Test func marksHeadingsInBold() throws {
    let text = try sample.help(of: ["undo"], in: .en, style: .bold)
    #expect(text.contains("\n\u{1B}[1mOperands\u{1B}[0m\n"))
  }

  @Test(arguments: [
    (["custmer"], "did you mean 'customer'?"), (["customer", "filtr"], "did you mean 'filter'?"),
    (["undo", "x"], "see 'crm help undo'"), (["customer", "add", "x"], "see 'crm help customer'"),
  ]) func suggestsTopics(_ topic: [String], _ hint: String) throws {
    let error = try #require(throws: CRMError.self) { try sample.help(of: topic, in: .en) }
    #expect(error.kind == .usage)
    #expect(error.hints.map(\.en).contains(hint))
  }
}

@Suite struct PageTests {
  @Test(arguments: Language.allCases) func writesAPlainManPage(_ language: Language) {
    let page = sample.manPage(in: language, version: "1.0")
    #expect(page.hasPrefix(".TH \"CRM\" \"1\" \"\" \"crm 1.0\""))
    #expect(page.utf8.allSatisfy { $0 < 0x80 })
    #expect(!page.contains("__complete"))
    for line in page.split(separator: "\n") where line.hasPrefix(".") {
      let macro = line.dropFirst().prefix { $0 != " " }
      #expect(["TH", "SH", "SS", "PP", "TP", "B", "RS", "RE", "EX", "EE"].contains(macro))
    }
  }

  @Test func escapesForRoff() {
    let noun = sample.manPage(ofNoun: "customer", in: .vi, version: "1.0")
    #expect(noun.contains(#".B "\-n, \-\-note N\[u1ED8]I\-DUNG""#))
    #expect(noun.contains(#"crm customer add \-\-name \(aqNguy\[u1EC5]n V\[u0103]n A\(aq"#))
    let tricky = CommandTable<Void>(
      Label("'.\\n.SH \"x\" ~`^", vi: "x"), globalOptions: [], groups: []
    ).manPage(in: .en, version: "1")
    #expect(tricky.contains(#"crm \- \(aq.\en.SH \(dqx\(dq \(ti\(ga\(ha"#))
  }

  @Test func startsNoLineOfTextWithADot() {
    let dotted = Label(".SH trap", vi: "'trap")
    let table = CommandTable<Void>(
      dotted, globalOptions: [Option("trap", dotted)], groups: [])
    for language in Language.allCases {
      let page = table.manPage(in: language, version: "1")
      #expect(page.contains(language == .en ? "\n\\&.SH trap\n" : "\n\\&\\(aqtrap\n"))
    }
  }

  @Test func writesTheReference() {
    let page = sample.markdownReference(in: .en)
    #expect(page.hasPrefix("# crm\n\nKeep customers\n"))
    #expect(
      page.contains("### crm customer group move\n\nMove\n\n```\ncrm customer group move CODE…"))
    #expect(page.contains("Required:\n\n- `--to USER`: To whom\n"))
    #expect(page.contains("Records: [customer](#crm-customer)"))
    let end = "## Exit status\n\nWhat scripts get.\n\n- `0`: done\n- `2`: \\*usage\\*\n"
    #expect(page.hasSuffix(end))
    #expect(!page.contains("\n\n\n"))
    #expect(!page.contains("__complete"))
  }

  @Test func partsMakeUpThePages() {
    let words = ["customer", "import", "undo", "help"]
    let reference = sample.markdownReference(in: .en)
    for part in words.map({ sample.markdownReference(of: $0, in: .en) }) {
      #expect(reference.contains(part))
    }
    #expect(sample.markdownReference(of: nil, in: .en).hasPrefix("# crm\n"))
    // The page of a noun is the part about it, with a head.
    for word in words {
      let page = sample.manPage(ofNoun: word, in: .en, version: "1").split(separator: "\n")
      let part = sample.manPage(of: word, in: .en, version: "1").split(separator: "\n")
      #expect(part.allSatisfy(page.contains))
    }
  }
}
