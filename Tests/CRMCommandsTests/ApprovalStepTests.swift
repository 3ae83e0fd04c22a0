import CRMTestSupport
import Testing

/// Approvals by steps: who is asked, who is told, who may not, and what becomes of those that nobody
/// can decide.
@Suite struct ApprovalStepTests {
  let fixture: Fixture

  /// DH000001 is of lan of Hà Nội. minh, who manages it, may approve what is of his unit; ke of the
  /// accountants all orders; tu what is of another unit; hoa only sees.
  init() throws {
    fixture = try Fixture.offices()
    try fixture.add(.role, ["code": "KT", "name": "Kế toán trưởng"])
    for right in ["view", "approve"] {
      _ = fixture.run("role", "grant", "KT", "--on", "order", "--to", right, "--reach", "all")
    }
    try fixture.add(.user, ["code": "ke", "name": "Kế", "role": "KT"])
    try fixture.edit(.unit, "Hà Nội", ["manager": "minh"])
  }

  /// Whoever a step names decides by whatever name they have later, and nobody else.
  @Test(arguments: [
    ("role:Kế toán trưởng", "an role edit KT --name 'Tài vụ'", "role:Tài vụ", "ke"),
    ("role:Kế toán trưởng", "an role edit KT --name 'Sổ, sách'", "role:KT", "ke"),
    ("group:Duyệt", "an user-group edit Duyệt --name 'Ban duyệt'", "group:Ban duyệt", "ke"),
    ("user:ke", "an user edit ke --code ke2", "user:ke2", "ke2"),
  ]) func namesTheSameByAnotherName(
    steps: String, rename: String, now: String, approver: String
  ) throws {
    try fixture.add(.userGroup, ["name": "Duyệt", "members": "ke"])
    fixture.done("an config set approval.order 'manager,\(steps)'", "lan order submit DH000001")
    fixture.done("minh order approve DH000001", rename)
    #expect(fixture.act("an config get approval.order").output == "manager,\(now)\n")
    #expect(fixture.act("an order approve DH000001").code == 4)
    fixture.done("an undo")
    #expect(fixture.act("an config get approval.order").output == "manager,\(steps)\n")
    fixture.done("an redo", "\(approver) order approve DH000001")
  }

  /// Events and reasons of what somebody has not read, the newest first.
  private func told(_ login: String) -> [String] {
    cells("\(login) notification list --kind order").map { "\($0[3])|\($0[9])" }
      .filter { !$0.hasPrefix("Hand-over") }
  }

  private func cells(_ line: String) -> [[String]] {
    fixture.act(line).output.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
  }

  /// The records of a list of approvals, with step, steps and whom each waits for.
  private func waiting(_ line: String) -> [String] {
    cells("\(line.replacing(" ", with: " approval list ", maxReplacements: 1))")
      .map { "\($0[1]) \($0[4])/\($0[5]) \($0[6])" }
  }

  private var state: String {
    cells("an order list --columns approval,approval_step,submitted_by,approval_note")[0]
      .joined(separator: "|")
  }

  @Test func goesFromStepToStep() {
    fixture.done(
      "an config set approval.order 'manager, role:Kế toán trưởng'",
      "lan order submit DH000001 --reason gấp")
    #expect(told("minh") == ["Approval asked|gấp"])
    #expect(told("ke") == [])
    #expect(waiting("minh --mine") == ["DH000001 1/2 minh"])
    #expect(waiting("lan --submitted") == ["DH000001 1/2 minh"])
    #expect(waiting("ke --mine") == [])
    #expect(waiting("ke --all") == ["DH000001 1/2 minh"])
    #expect(
      fixture.act("minh order approve DH000001").errors
        == "Approved order DH000001; it waits for ke (step 2 of 2).\n")
    #expect(told("minh") == [])
    #expect(told("lan") == ["Step approved|"])
    #expect(told("ke") == ["Approval asked|"])
    #expect(state == "Submitted|2|lan|")
    fixture.done("ke order approve DH000001 --reason 'đủ giấy'")
    #expect(told("lan") == ["Approved|đủ giấy", "Step approved|"])
    #expect(state == "Approved||lan|đủ giấy")
    #expect(fixture.act("ke approval list").output == "")
    let shown = fixture.act("lan order show DH000001").output
    for line in [
      "  2026-11-22 10:00:00  lan (Phạm Lan)  submitted: gấp\n",
      "  2026-11-22 10:00:00  minh (Minh)  approved (step 1)\n",
      "  2026-11-22 10:00:00  ke (Kế)  approved (step 2): đủ giấy\n",
    ] { #expect(shown.contains(line)) }
  }

  @Test func isRejectedWithAReasonAndSubmittedAgain() {
    fixture.done("lan order submit DH000001", "minh order reject DH000001 --reason 'thiếu chữ ký'")
    #expect(told("lan") == ["Rejected|thiếu chữ ký"])
    #expect(told("an") == [], "nobody is waited for any more")
    fixture.done("lan order edit DH000001 --note đủ", "lan order submit DH000001")
    #expect(state == "Submitted|1|lan|")
    fixture.done("lan order withdraw DH000001 --reason nhầm")
    #expect(state == "Not submitted||lan|nhầm")
    #expect(told("minh") == [])
    #expect(
      fixture.act("lan order show DH000001").output.contains(
        "lan (Phạm Lan)  withdrew: nhầm\n"))
  }

  /// The manager is that of the unit above where it is the owner's or submitter's own.
  @Test func goesUpWhereTheManagerIsWhoAsks() throws {
    fixture.done("an config set approval.order manager", "an unit edit 'Miền Bắc' --manager an")
    fixture.done("minh order submit DH000001")
    #expect(waiting("an --all") == ["DH000001 1/1 an"])
    fixture.done("minh order withdraw DH000001", "an unit edit 'Hà Nội' --manager lan")
    fixture.done("lan order submit DH000001")
    #expect(waiting("an --all") == ["DH000001 1/1 an"])
  }

  @Test(arguments: [
    (
      "lan order approve DH000001", Int32(4),
      """
      crm: who submitted order DH000001 does not decide on it
        It waits for: minh
        To take it back: crm order withdraw DH000001

      """
    ),
    (
      "ke order approve DH000001", 4,
      """
      crm: ke does not decide on order DH000001 at step 1 of 2
        It waits for: minh

      """
    ),
    (
      "an order reject DH000001 --reason x", 4,
      """
      crm: an does not decide on order DH000001 at step 1 of 2
        It waits for: minh

      """
    ),
    (
      "hoa order approve DH000001", 4,
      """
      crm: hoa does not decide on order DH000001 at step 1 of 2
        It waits for: minh

      """
    ),
    ("tu order approve DH000001", 1, "crm: there is no order “DH000001”\n"),
    (
      "hoa order withdraw DH000001", 4,
      """
      crm: hoa may not change order DH000001: the role Người xem does not allow it
        Who may share it can allow it: crm order share DH000001 --with user:hoa --rights edit

      """
    ),
    (
      "lan order submit DH000001", 5,
      "crm: order DH000001 cannot be submitted: it is “submitted”\n"
    ),
  ])
  func refusesWhoMayNotDecide(line: String, code: Int32, errors: String) {
    fixture.done(
      "an config set approval.order 'manager, role:Kế toán trưởng'", "lan order submit DH000001")
    let outcome = fixture.act(line)
    #expect(outcome.errors == errors)
    #expect(outcome.code == code)
    #expect(state == "Submitted|1|lan|")
  }

  @Test(arguments: [
    ("none", "withdrawn", "not submitted", ""),
    ("none", "rejected", "not submitted", ""),
    (
      "approved", "withdrawn", "approved",
      "  Who may approve takes it back: crm order reject DH000001 --reason TEXT\n"
    ),
  ])
  func refusesWhatIsNotSubmitted(from: String, to: String, label: String, hint: String) {
    if from == "approved" { fixture.done("lan order submit DH000001", "an order approve DH000001") }
    let outcome = fixture.act(
      to == "rejected" ? "an order reject DH000001 --reason x" : "lan order withdraw DH000001")
    #expect(
      outcome.errors == "crm: order DH000001 cannot be \(to): it is “\(label)”\n" + hint)
    #expect(outcome.code == 5)
  }

  /// What nobody whom the step names can decide falls to those who approve everything.
  @Test(arguments: [
    ("user:minh", "an user edit minh --active no"),
    ("user:minh", "an role revoke manager --to approve"),
    ("'role:Quản lý'", "an user edit minh --role viewer"),
    ("user:hoa", "an config get approval.order"),
    ("'manager, user:tu'", "an config reset approval.order"),
  ])
  func fallsToWhoApprovesEverything(steps: String, meanwhile: String) {
    fixture.done("an config set approval.order \(steps)", "lan order submit DH000001")
    if steps.contains("manager,") { fixture.done("minh order approve DH000001") }
    fixture.done(meanwhile)
    let step = steps.contains("manager,") ? "2/2" : "1/1"
    #expect(waiting("an --mine") == ["DH000001 \(step) an, ke"])
    fixture.done("ke order approve DH000001")
    #expect(state == "Approved||lan|")
  }

  @Test(arguments: [
    ("role:Không", "crm: there is no role “Không”\n"),
    ("user:zzz", "crm: there is no user “zzz”\n"),
    ("'manager, group:X'", "crm: there is no user group “X”\n"),
    (
      "user:cu",
      "crm: user cu (Cũ) no longer works here\n"
        + "  Name somebody else, or: crm user edit cu --active yes\n"
    ),
    (
      "trưởng",
      "crm: “trưởng” is no value of the setting approval.order\n  Give none, or up to 10 of "
        + "manager, role:NAME, group:NAME, user:LOGIN, joined by commas.\n"
    ),
  ])
  func refusesStepsOfNobody(steps: String, errors: String) throws {
    try fixture.add(.user, ["code": "cu", "name": "Cũ", "active": "no"])
    let outcome = fixture.act("an config set approval.order \(steps)")
    #expect(outcome.errors == errors)
    #expect(outcome.code == 1)
  }

  /// What nobody can decide is said when it is set.
  @Test func saysWhatNobodyDecides() {
    let outcome = fixture.act("an config set approval.order 'user:hoa, user:minh'")
    #expect(
      outcome.errors.hasSuffix(
        "Step 1 names nobody who may approve orders (user:hoa): who may approve all of them "
          + "decides.\n"), "\(outcome)")
    #expect(outcome.code == 0)
  }

  @Test func saysWhatAStepNamesThatIsGone() throws {
    fixture.done(
      "an user-group add Duyệt --member minh",
      "an config set approval.order 'group:Duyệt, manager'")
    let number = fixture.act("an log --limit 2 --format tsv").output.split(separator: "\n").last?
      .prefix { $0 != "\t" }
    fixture.done("an undo \(number ?? "")")
    let outcome = fixture.act("lan order submit DH000001")
    #expect(
      outcome.errors == """
        Step 1 of orders names group:Duyệt, which is not there: who may approve all orders decides. \
        Put it right: crm config set approval.order …
        Submitted order DH000001; it waits for an, ke (step 1 of 2).

        """)
  }

  /// What a step names is in use: another takes its place there, or it stays.
  @Test func aStepGoesToWhatTakesThePlace() throws {
    try fixture.add(.userGroup, ["name": "Duyệt", "members": "minh"])
    try fixture.add(.userGroup, ["name": "Ban mới", "members": "hoa"])
    fixture.done("an config set approval.order 'group:Duyệt, manager'")
    let refused = fixture.act("an user-group delete Duyệt")
    #expect(
      refused.errors.hasPrefix("crm: user group Duyệt is still used by 1 setting\n"),
      "\(refused.errors)")
    fixture.done("an user-group delete Duyệt --to 'Ban mới'")
    #expect(
      fixture.act("an config get approval.order").output == "group:Ban mới,manager\n")
  }

  /// Nothing hangs: what waits for nobody is shown, and who works alone decides.
  @Test func whoWorksAloneMayApprove() {
    fixture.done(
      "an user edit ke --active no", "an user edit minh --active no", "an order submit DH000001")
    #expect(waiting("hoa --all") == ["DH000001 1/1 nobody"])
    #expect(fixture.act("an approval list --all --json").output.contains("\"waits_for\": null"))
    let outcome = fixture.act("an order approve DH000001")
    #expect(
      outcome.errors == """
        Nobody else can approve, so that who submitted order DH000001 did.
        Approved order DH000001.

        """)
    #expect(state == "Approved||an|")
  }

  @Test func submitsAndApprovesManyAtOnce() throws {
    for _ in 0..<3 {
      try fixture.addOrder(["customer": "KH000001", "owner": "lan"], lines: [])
    }
    fixture.done("an config set approval.order user:ke", "lan order submit --where 'owner = lan'")
    #expect(told("ke") == ["Approval asked|DH000001, DH000002, DH000003, DH000004"])
    #expect(cells("ke notification list")[0][7] == "4")
    #expect(waiting("ke --mine --limit 2").count == 2)
    fixture.done("ke order approve --where 'approval = submitted'")
    #expect(told("lan") == ["Approved|"])
    // All of it or nothing.
    fixture.done("lan order submit --where 'approval = none'")
    #expect(fixture.act("ke order approve DH000001 DH000002").code == 5)
  }

  /// Each is taken back and done again as a whole.
  @Test(arguments: [
    ("lan order submit DH000001", "Submitted|1|lan|"),
    ("minh order approve DH000001", "Submitted|2|lan|"),
    ("ke order approve DH000001 --reason ok", "Approved||lan|ok"),
    ("ke order reject DH000001 --reason không", "Rejected||lan|không"),
    ("lan order withdraw DH000001", "Not submitted||lan|"),
  ])
  func isTakenBackAndDoneAgain(line: String, after: String) {
    fixture.done("an config set approval.order 'manager, role:Kế toán trưởng'")
    if !line.contains("submit") { fixture.done("lan order submit DH000001") }
    if line.hasPrefix("ke") { fixture.done("minh order approve DH000001") }
    let login = Fixture.words(line)[0]
    let logins = ["lan", "minh", "ke", "an"]
    let before = (state, logins.map(told))
    fixture.done(line)
    #expect(state == after)
    let then = logins.map(told)
    fixture.done("\(login) undo")
    #expect(state == before.0 && logins.map(told) == before.1)
    fixture.done("\(login) redo")
    #expect(state == after && logins.map(told) == then)
  }

  /// An approval does not come back by an undo of who may not approve any more.
  @Test func anUndoTakesTheRightToApprove() {
    fixture.done(
      "lan order submit DH000001", "minh order approve DH000001",
      "minh order reject DH000001 --reason x", "an role revoke manager --to approve")
    let outcome = fixture.act("minh undo")
    #expect(outcome.code == 4)
    #expect(outcome.errors.hasPrefix("crm: minh may not approve or reject order DH000001"))
  }

  @Test func refusesTwoWishesAtOnce() {
    let outcome = fixture.act("an approval list --mine --all")
    #expect(outcome.errors == "crm: give one of --mine and --all\n")
    #expect(outcome.code == 2)
  }

  @Test func speaksVietnamese() {
    fixture.done("lan order submit DH000001 --reason gấp")
    #expect(
      fixture.run(["--as", "lan", "order", "approve", "DH000001"], language: .vi).errors == """
        crm: người gửi phê duyệt không được tự duyệt hay từ chối đơn hàng DH000001
          Đang chờ: an, ke, minh
          Để rút lại: crm order withdraw DH000001

        """)
    #expect(
      fixture.run(["--as", "ke", "approval", "list"], language: .vi).output.hasPrefix(
        "Loại\tMã\tTên\tSố tiền\tBước\tSố bước\tChờ người duyệt\tNgười gửi\tTừ lúc\n"
          + "Đơn hàng\tDH000001\t\t290250\t1\t1\tan, ke, minh\tlan\t"))
    #expect(
      fixture.run(["order", "show", "DH000001"], language: .vi).output.contains(
        "Phê duyệt\n  22/11/2026 10:00  lan (Phạm Lan)  gửi phê duyệt: gấp\n"
          + "  Bước 1/1 chờ an, ke (Kế), minh (Minh) duyệt\n"))
  }
}
