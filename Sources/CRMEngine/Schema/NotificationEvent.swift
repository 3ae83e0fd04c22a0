import CRMValues

/// Of what the program tells users. The words are frozen: databases hold them.
public enum NotificationEvent: String, CaseIterable, Sendable {
  /// Somebody has become the owner of records.
  case handOver = "hand-over"
  /// Somebody is to carry records out.
  case performer
  case share
  case viewer
  /// Who changed a record named somebody to be told: `--notify`.
  case notice
  /// Records wait for somebody's approval.
  case asked = "approval"
  /// Somebody's submission was approved by a step that is not the last.
  case stepApproved = "step-approved"
  case approved
  case rejected

  /// Of what somebody is told whom a field names; nil where it is nobody's business.
  init?(_ road: Field.Road?) {
    switch road {
    case .owner: self = .handOver
    case .performer: self = .performer
    case .viewer: self = .viewer
    case .holder, .everybody, nil: return nil
    }
  }

  public var label: Label {
    switch self {
    case .handOver: return Label("Hand-over", vi: "Bàn giao")
    case .performer: return Label("To carry out", vi: "Giao thực hiện")
    case .share: return Label("Share", vi: "Chia sẻ")
    case .viewer: return Label("Viewer", vi: "Thêm người xem")
    case .notice: return Label("Notice", vi: "Báo tin")
    case .asked: return Label("Approval asked", vi: "Chờ duyệt")
    case .stepApproved: return Label("Step approved", vi: "Qua bước duyệt")
    case .approved: return Label("Approved", vi: "Đã duyệt")
    case .rejected: return Label("Rejected", vi: "Từ chối duyệt")
    }
  }

  /// Whether somebody waits for whom it is told.
  public var isImportant: Bool { self == .asked }
}
