import CRMEngine
import CRMValues

extension Kind {
  public static let transactionType = Kind(7, "transaction-type")
}

extension Entity {
  /// A type of logged dealing; its points count for the score once a dealing is done.
  public static let transactionType = Entity(
    .transactionType, Label("Transaction type", vi: "Loại giao dịch"),
    plural: Label("Transaction types", vi: "Loại giao dịch"),
    codePrefix: "LGD", codeHeaders: ["Mã loại giao dịch"],
    fields: [
      Field("name", .text, Label("Name", vi: "Tên loại giao dịch"), required: true),
      Field(
        "points", .integer, Label("Points", vi: "Điểm"), defaultValue: "0", range: Field.points),
      Field("description", .longText, Label("Description", vi: "Mô tả")),
    ],
    unique: ["name"], listed: ["code", "name", "points"])
}
