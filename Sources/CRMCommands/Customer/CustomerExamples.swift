import CRMArguments
import CRMValues

/// The examples of the verbs customers share with other kinds.
enum CustomerExamples {
  @Sendable static func of(_ verb: String) -> [Example]? {
    switch verb {
    case "add":
      return [
        Example(
          "crm customer add 'Nguyễn Văn An' --phone 0912345678 --group VIP",
          Label("Adds a customer", vi: "Thêm khách hàng"))
      ]
    case "edit":
      return [
        Example(
          "crm customer edit --where 'province = \"Hà Nội\"' --owner lan --yes",
          Label("Gives all customers of Hà Nội to lan", vi: "Giao mọi khách ở Hà Nội cho lan"))
      ]
    case "list":
      return [
        Example(
          "crm customer list --mine --stars 3.. --sort -stars",
          Label("My best customers", vi: "Khách hàng tiềm năng nhất của tôi")),
        Example(
          "crm customer list --where 'stars >= 3 and orders.total >= 10tr' --sort -orders.total",
          Label("Good buyers, the best first", vi: "Khách mua nhiều, nhiều nhất trước")),
        Example(
          "crm customer list --phone 0912345678",
          Label("Whose number is that", vi: "Số điện thoại này của ai")),
      ]
    default: return nil
    }
  }
}
