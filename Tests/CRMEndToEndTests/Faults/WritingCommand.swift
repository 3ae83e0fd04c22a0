import Testing

/// A command that writes, on a database that has what it needs.
struct WritingCommand: Sendable, CustomTestStringConvertible {
  let words: [String]
  /// Whether the database is one of the first release, which every command upgrades.
  var isOfOldFormat = false

  var testDescription: String {
    (isOfOldFormat ? "upgrade by " : "") + words.joined(separator: " ")
  }

  init(_ words: String..., isOfOldFormat: Bool = false) {
    self.words = words
    self.isOfOldFormat = isOfOldFormat
  }

  static let add = WritingCommand("customer", "add", "--name", "Giang", "--phone", "0901000009")
  static let edit = WritingCommand("customer", "edit", "KH000003", "--name", "Chi Mai")
  static let order = WritingCommand("order", "add", "KH000002", "--line", "SP000001:4")
  static let importing = WritingCommand("import", "many.csv")
  static let undo = WritingCommand("undo")
  static let upgrade = WritingCommand("customer", "list", "--count", isOfOldFormat: true)

  /// Mends a score that somebody has written over. Made in ``FaultyPlace``.
  static let mending = WritingCommand("doctor", "--fix")

  /// Puts back what the preparation has saved, before the last few changes.
  static let restore = WritingCommand("restore", "saved.sqlite", "--confirm", "crm.sqlite")

  /// Every kind of command that writes.
  static let all = [
    add, edit, order, importing, undo, upgrade,
    WritingCommand("customer", "edit", "--where", "province != \"\"", "--owner", "lan"),
    WritingCommand("customer", "delete", "KH000001", "KH000002"),
    WritingCommand("customer", "restore", "KH000005"),
    WritingCommand("customer", "merge", "KH000001", "KH000003"),
    WritingCommand("customer", "transfer", "KH000001", "KH000002", "--to", "minh"),
    WritingCommand("customer", "share", "KH000001", "--with", "user:lan"),
    WritingCommand("redo"),
    WritingCommand(
      "tier", "add", "Bạc", "--condition", "orders.total >= 50k", "--automatic", "yes", "--rank",
      "10"),
    WritingCommand("config", "set", "birthday_days", "3"),
    WritingCommand("trash", "empty", "--confirm", "all"),
    WritingCommand("field", "add", "Sở thích", "--kind", "customer"),
    WritingCommand("field", "delete", "TTC000001"),
    WritingCommand("order", "line", "add", "DH000002", "SP000001:1"),
    WritingCommand("order", "approve", "DH000003"),
    WritingCommand("order", "submit", "DH000002"),
    WritingCommand("payment", "add", "KH000001", "--amount", "100k", "--to", "DH000001:50k"),
    WritingCommand("comment", "add", "KH000004", "Gọi lại @minh"),
    WritingCommand("notification", "read", "--all"),
    mending,
    restore,
  ]

  /// Makes a database that all of them find something to do in.
  static let preparation = """
    set -e
    crm init
    crm user add 'Lan' --code lan
    crm user add 'Minh' --code minh
    crm customer add --name 'An' --phone 0901000001 --province 'Hà Nội'
    crm customer add --name 'Bình' --phone 0901000002 --province 'Hà Nội' --owner lan
    crm customer add --name 'Chi' --email chi@example.vn --province 'Huế'
    crm customer add --name 'Dung' --source 'Website'
    crm customer add --name 'Em'
    crm product add 'Trà' --price 50000
    crm order add KH000001 --line SP000001:2
    crm order add KH000003 --line SP000001:3
    crm tier add 'Vàng' --condition 'orders.total >= 100k' --automatic yes --rank 90
    crm field add 'Nguồn gốc' --kind customer
    crm --as minh customer edit KH000004 --owner an
    crm order add KH000004 --line SP000001:1
    crm --as lan order submit DH000003
    crm backup saved.sqlite
    crm customer delete KH000005
    crm customer edit KH000004 --name 'Dũng'
    crm customer edit KH000004 --province 'Đà Nẵng'
    crm undo
    """
}
