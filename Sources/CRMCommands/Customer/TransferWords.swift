import CRMValues

/// What `customer transfer` and `customer hand-over` say of themselves, and when to use which.
enum TransferWords {
  static let transfer = (
    summary: Label("Transfer customers to another owner", vi: "Chuyển chủ sở hữu khách hàng"),
    details: [
      Label(
        "Use it to move customers from one colleague to another. The customers alone change their "
          + "owner; --with takes along what the former owner still has open with them. "
          + history.en,
        vi:
          "Dùng khi chuyển khách hàng từ người này sang người khác. Chỉ khách hàng đổi chủ sở hữu; "
          + "--with đưa theo việc còn dang dở của chủ cũ với khách đó. " + history.vi),
      Label(
        "Orders, contracts and the like by themselves: crm order hand-over and so on. Everything "
          + "of who leaves the company: crm user leave LOGIN.",
        vi: "Chỉ đơn hàng, hợp đồng…: crm order hand-over và các lệnh tương tự. Toàn bộ công việc "
          + "của người nghỉ: crm user leave TÀI-KHOẢN."),
    ]
  )

  static let handOver = Label(
    "Hand over customers, the same as transfer",
    vi: "Bàn giao khách hàng, giống chuyển chủ sở hữu")

  static let handOverDetails = [
    Label(
      "The verb that every kind with an owner has; of customers it does what 'crm customer "
        + "transfer' does. " + history.en,
      vi: "Động từ chung của mọi loại bản ghi có chủ sở hữu; với khách hàng thì giống hệt 'crm "
        + "customer transfer'. " + history.vi)
  ]

  private static let history = Label(
    "Who gave what to whom is kept: crm customer transfers list.",
    vi: "Lịch sử chuyển được lưu lại: crm customer transfers list.")
}
