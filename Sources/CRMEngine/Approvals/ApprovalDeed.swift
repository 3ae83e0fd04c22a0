import CRMValues

/// What is done to a record on its way to being approved.
public enum ApprovalDeed: String, CaseIterable, Sendable {
  case submit, approve, reject, withdraw

  /// The states of a record to which it can be done.
  var from: Set<String> {
    switch self {
    case .submit: return ["none", "rejected"]
    case .approve, .withdraw: return ["submitted"]
    case .reject: return ["submitted", "approved"]
    }
  }

  /// What a record is then, as a sentence says it.
  public var participle: Label {
    switch self {
    case .submit: return Label("submitted", vi: "gửi phê duyệt")
    case .approve: return Label("approved", vi: "phê duyệt")
    case .reject: return Label("rejected", vi: "từ chối")
    case .withdraw: return Label("withdrawn", vi: "rút lại")
    }
  }
}
