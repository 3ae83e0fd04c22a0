import CRMCore
import CRMEngine
import CRMValues

/// `--field FIELD=CODE` of a merge.
enum MergeFieldOption {
  static func read(
    _ text: String, among ids: [Int64], _ reader: Reader
  ) throws -> (position: Int, from: Int64) {
    let parts = text.split(separator: "=", maxSplits: 1).map { cleaned(String($0)) }
    guard parts.count == 2 else {
      throw CRMError(
        .usage, "--field takes FIELD=CODE, not “\(text)”",
        vi: "--field nhận TRƯỜNG=MÃ, không nhận “\(text)”")
    }
    let entity = reader.entity(.customer)
    guard let position = entity.position(of: parts[0]), entity.fields[position].access == .editable
    else {
      let near = nearest(
        to: parts[0], among: entity.fields.filter { $0.access == .editable }.map(\.name))
      throw CRMError(
        .usage, "no field “\(parts[0])” can be taken", vi: "không có trường “\(parts[0])” để lấy",
        hints: Label.didYouMean(near))
    }
    if entity.fields[position].kind == .code {
      throw CRMError(
        .usage, "the code stays that of the customer named first",
        vi: "mã luôn là mã của khách hàng ghi đầu",
        hints: [
          Label(
            "Name the customer whose code is to stay first.",
            vi: "Hãy ghi khách hàng có mã muốn giữ ở đầu.")
        ])
    }
    let id = try reader.one(.customer, parts[1])
    guard ids.contains(id) else {
      throw CRMError(
        .usage, "customer \(parts[1]) is not among those to be merged",
        vi: "khách hàng \(parts[1]) không nằm trong các khách hàng cần gộp")
    }
    return (position, id)
  }
}
