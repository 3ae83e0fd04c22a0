/// The tables of format 1, frozen: what this release made is what every later one upgrades from.
///
/// A test holds it against what the catalogue wants; where they differ, a new step is due.
enum Schema1 {
  static let statements =
    system + company + customerLists + customers + care + products + sales
    + conversation + saved
}
