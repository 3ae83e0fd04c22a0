import CRMArguments
import CRMValues

extension Chapters {
  /// How records are named, taken back and told of.
  static var records: Chapter {
    Chapter(
      "records",
      Label("Records: codes, names and what to do with them", vi: "Bản ghi: mã, tên, việc"),
      [
        .init(
          "KH000001",
          Label(
            "A code, made where none is given. Wherever a record is asked for, a code or an exact "
              + "name, phone or email does",
            vi: "Mã, tự sinh nếu không ghi. Chỗ nào cần bản ghi thì ghi mã, hoặc đúng tên, số điện "
              + "thoại, email")),
        .init(
          "crm source add Zalo",
          Label("One word behind add is the name", vi: "Một từ sau add là tên")),
        .init(
          "crm contact add KH000001 'Lê Văn Tú'",
          Label(
            "Of two the first is what the record hangs on; one without a name takes just that",
            vi: "Hai từ thì từ đầu là bản ghi cha; loại không có tên thì chỉ ghi bản ghi cha")),
        .init(
          "--phone, --email, --group, --tag",
          Label(
            "One of several values, given again for more",
            vi: "Một trong nhiều giá trị, ghi lại để thêm")),
        .init(
          "crm undo, crm redo, crm trash restore",
          Label(
            "Every command that writes can be taken back; what is deleted goes to the trash",
            vi: "Lệnh ghi nào cũng hoàn tác được; bản ghi bị xóa vào thùng rác")),
        .init(
          "--dry-run",
          Label(
            "Carries everything out, shows it and takes it back",
            vi: "Làm thử tất cả, cho xem rồi trả lại như cũ")),
      ])
  }

  /// What decides whether a row of a file lands.
  static var imports: Chapter {
    Chapter(
      "imports", Label("Imports: which rows land", vi: "Nhập khẩu: dòng nào được nhận"),
      [
        .init(
          "crm import khach-hang.csv --dry-run",
          Label(
            "Tries the file. Kind and fields follow from the headings, in both languages",
            vi: "Thử tệp. Loại và trường nhận theo tiêu đề, tiếng Việt hay tiếng Anh")),
        .init(
          "--map \"Tên KH=name\"",
          Label("Says what a heading is", vi: "Chỉ rõ một tiêu đề là trường nào")),
        .init(
          "--mode add|update|upsert, --match phones",
          Label(
            "What is new and what is already there; codes decide where nothing is said",
            vi: "Thế nào là mới, thế nào là đã có; không ghi thì xét theo mã")),
        .init(
          "--create-missing",
          Label(
            "Adds groups, sources and other entries of lists that are not there yet",
            vi: "Thêm nhóm, nguồn và mục danh mục chưa có")),
        .init(
          "khach-hang.rejects.csv",
          Label(
            "The rows in error with the reason, in the format of the file: mend them and import it",
            vi: "Các dòng lỗi kèm lý do, cùng định dạng với tệp: sửa rồi nhập lại")),
        .init(
          "--allow-duplicate",
          Label(
            "Else a phone or email of another customer refuses the row",
            vi: "Không ghi thì dòng trùng điện thoại, email của khách hàng khác bị từ chối")),
      ])
  }

  /// Who sees and may do what (RULES 11.2).
  static var rights: Chapter {
    Chapter(
      "rights", Label("Rights: who sees and does what", vi: "Phân quyền: ai xem, ai làm gì"),
      [
        .init(
          "crm role grant",
          Label(
            "Gives a role kinds, actions and how far they reach: own, unit or all",
            vi: "Cho nhóm quyền loại bản ghi, hành động và phạm vi: của mình, đơn vị, tất cả")),
        .init(
          "crm user edit --role",
          Label(
            "Puts somebody into a role. Who has none is not restricted",
            vi: "Xếp nhân viên vào nhóm quyền. Chưa có nhóm quyền thì không bị giới hạn")),
        .init(
          "crm customer viewer list",
          Label("Who sees a customer, and why", vi: "Ai xem được khách hàng, và vì sao")),
        .init(
          "crm access check",
          Label(
            "Whether somebody may do something with a record, and why",
            vi: "Một người có được làm gì với bản ghi không, và vì sao")),
        .init(
          "crm customer share, viewer add, common add",
          Label(
            "Let others see it, whatever their role says. What people do not see is not there for "
              + "them, in lists, counts, search and exports",
            vi: "Cho người khác xem, bất kể nhóm quyền. Thứ không được xem thì không có trong danh "
              + "sách, số đếm, tìm kiếm, xuất khẩu")),
      ])
  }

  /// How something is approved (RULES 9.8), and who is told of what.
  static var approvals: Chapter {
    Chapter(
      "approvals", Label("Approvals and notifications", vi: "Phê duyệt và thông báo"),
      [
        .init(
          "crm order submit, approve, reject, withdraw",
          Label(
            "What waits is changed by who decides alone; what is approved is locked",
            vi: "Bản ghi chờ duyệt chỉ người duyệt sửa được; đã duyệt thì bị khóa")),
        .init(
          "crm config set approval.order 'manager, role:Kế toán'",
          Label(
            "Who decides, step by step; none: whoever has the right to approve",
            vi: "Ai duyệt, lần lượt từng bước; không đặt: ai có quyền duyệt")),
        .init(
          "crm unit edit --manager",
          Label("Says who manages a unit", vi: "Đặt người quản lý đơn vị")),
        .init("crm approval list", Label("What waits for me", vi: "Những gì chờ tôi duyệt")),
        .init(
          "crm notification list",
          Label(
            "What others did that concerns me, what waits for me first",
            vi: "Việc người khác làm có liên quan đến tôi, việc chờ tôi xếp trước")),
        .init(
          "--notify lan",
          Label(
            "On every add and edit: tells a colleague or a group of users",
            vi: "Khi thêm hoặc sửa: báo cho đồng nghiệp hoặc nhóm người dùng")),
      ])
  }
}
