/// The tables of format 1, frozen: what release 0.1.0 made is what every later one upgrades from.
///
/// New databases are made as the catalogue declares them; see ``Format2``.
enum Schema1 {
  static let statements =
    system + company + customerLists + customers + care + products + sales
    + conversation + saved
}
