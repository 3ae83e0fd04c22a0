/// The firm that a card names: the record that a contact or an employee belongs to.
///
/// A telephone shows its name, our own reader finds it by its code.
public enum VCardFirm {
  /// The fields that refer to it.
  static let fields = ["customer", "employer"]

  /// The column that holds the name of the record a field refers to.
  static func path(_ field: String) -> String { field + ".name" }

  /// Returns the columns of names that go with the given ones.
  public static func paths(_ columns: [String]) -> [String] {
    fields.filter(columns.contains).map(path).filter { !columns.contains($0) }
  }
}
