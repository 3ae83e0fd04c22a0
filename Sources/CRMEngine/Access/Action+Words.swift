import CRMValues

extension Action {
  /// What it is called in a sentence: may not … records.
  var verb: Label {
    switch self {
    case .view: return Label("see", vi: "xem")
    case .add: return Label("add", vi: "thêm")
    case .edit: return Label("change", vi: "sửa")
    case .delete: return Label("delete", vi: "xóa")
    case .import: return Label("import", vi: "nhập khẩu")
    case .export: return Label("export", vi: "xuất khẩu")
    case .assign: return Label("hand over", vi: "bàn giao")
    case .share: return Label("share", vi: "chia sẻ")
    case .approve: return Label("approve or reject", vi: "phê duyệt")
    case .report: return Label("see reports of", vi: "xem báo cáo")
    case .send: return Label("send", vi: "gửi")
    case .configure: return Label("configure", vi: "cấu hình")
    case .destroy: return Label("destroy", vi: "xóa vĩnh viễn")
    }
  }

  /// The action as a heading or a choice.
  public var label: Label {
    switch self {
    case .view: return Label("View", vi: "Xem")
    case .add: return Label("Add", vi: "Thêm")
    case .edit: return Label("Edit", vi: "Sửa")
    case .delete: return Label("Delete", vi: "Xóa")
    case .import: return Label("Import", vi: "Nhập khẩu")
    case .export: return Label("Export", vi: "Xuất khẩu")
    case .assign: return Label("Hand over", vi: "Bàn giao")
    case .share: return Label("Share", vi: "Chia sẻ")
    case .approve: return Label("Approve", vi: "Phê duyệt")
    case .report: return Label("Reports", vi: "Xem báo cáo")
    case .send: return Label("Send messages", vi: "Gửi tin nhắn")
    case .configure: return Label("Configure", vi: "Cấu hình")
    case .destroy: return Label("Empty the trash", vi: "Xóa vĩnh viễn")
    }
  }
}
