import CRMCore
import CRMEngine
import CRMValues

extension FieldKind {
  /// What may be typed.
  var accepted: Label {
    switch self {
    case .code: return Label("A code, generated where empty", vi: "Mã, tự sinh nếu bỏ trống")
    case .text, .longText: return Label("Text", vi: "Chữ")
    case .choice(let choices):
      let en = choices.map(\.label.en).joined(separator: ", ")
      let vi = choices.map(\.label.vi).joined(separator: ", ")
      return Label("One of: \(en)", vi: "Một trong: \(vi)")
    case .flag: return Label("Yes or no", vi: "Có hoặc không")
    case .integer: return Label("A whole number", vi: "Số nguyên")
    case .decimal: return Label("A number: 1.5", vi: "Số: 1,5")
    case .percent:
      return Label("A percentage, 0 to 100: 8 or 8%", vi: "Phần trăm, 0 đến 100: 8 hoặc 8%")
    case .money: return Label("đồng: 1500000, 500k, 10tr", vi: "đồng: 1500000, 500k, 10tr")
    case .day: return Label("A day: 20/12/2026", vi: "Ngày: 20/12/2026")
    case .yearlyDay: return Label("A day: 20/12/1990 or 20/12", vi: "Ngày: 20/12/1990 hoặc 20/12")
    case .instant: return Label("A day and time", vi: "Ngày giờ")
    case .moment:
      return Label(
        "A day, with a time or without: 20/12/2026 14:00",
        vi: "Ngày, có giờ hoặc không: 20/12/2026 14:00")
    case .duration: return Label("A length of time: 45m, 1h30", vi: "Thời lượng: 45p, 1h30")
    case .recurrence:
      return Label(
        "How often: weekly, 'every 2 weeks', 'monday, thursday'",
        vi: "Lặp lại: hằng tuần, 'mỗi 2 tuần', 'thứ hai, thứ năm'")
    case .noun(let others):
      let words = Catalogue.nouns.map(\.rawValue) + others.map(\.key)
      return Label(
        "A kind of record: \(words.joined(separator: ", "))",
        vi: "Loại bản ghi: \(words.joined(separator: ", "))")
    case .condition: return Label("A filter expression", vi: "Biểu thức lọc")
    case .record:
      return Label("Any record: order:DH000001", vi: "Bản ghi bất kỳ: order:DH000001")
    case .phones: return Label("Phones, with ; between", vi: "Các số điện thoại, cách nhau bởi ;")
    case .emails: return Label("Addresses, with ; between", vi: "Các địa chỉ, cách nhau bởi ;")
    case .taxCode: return Label("A tax code: 0100109106", vi: "Mã số thuế: 0100109106")
    case .location: return Label("Latitude, longitude", vi: "Vĩ độ, kinh độ")
    case .reference(let kind):
      let entity = Catalogue.entity(kind)
      return Label(
        "\(entity.label.en): code or exact name",
        vi: "\(entity.label.vi): mã hoặc đúng tên")
    case .references(let kind):
      let entity = Catalogue.entity(kind)
      return Label(
        "\(entity.plural.en): codes or names, with ; between",
        vi: "\(entity.plural.vi): các mã hoặc tên, cách nhau bởi ;")
    }
  }
}
