import CRMValues

/// What is wrong with a custom field.
enum CustomFieldErrors {
  static func noKind(_ noun: String, _ catalogue: Catalogue) -> CRMError {
    let nouns = catalogue.nounKinds.filter { $0 != .customField }.map(\.rawValue)
    let near = nearest(to: noun, among: nouns)
    let list = (near.isEmpty ? nouns : near).joined(separator: ", ")
    return CRMError(
      .request, "“\(noun)” is no kind of record that takes custom fields",
      vi: "“\(noun)” không phải loại bản ghi nhận trường tùy chỉnh",
      hints: [Label("One of: \(list)", vi: "Một trong: \(list)")])
  }

  static func noKey(_ text: String) -> CRMError {
    CRMError(
      .request, "“\(text)” cannot be the key of a custom field",
      vi: "“\(text)” không dùng làm khóa trường tùy chỉnh được",
      hints: [
        Label(
          "Give a --key of small letters and digits, words joined by underscores: so_thich",
          vi: "Hãy ghi --key bằng chữ thường không dấu và số, nối bằng gạch dưới: so_thich")
      ])
  }

  static func noChoices(_ name: String) -> CRMError {
    CRMError(
      .request, "custom field “\(name)” has nothing to choose from",
      vi: "trường tùy chỉnh “\(name)” chưa có lựa chọn nào",
      hints: [Label("Give --choices 'A;B;C'.", vi: "Hãy ghi --choices 'A;B;C'.")])
  }

  static func tooMany(_ kind: String, _ most: Int) -> CRMError {
    CRMError(
      .request, "\(kind) has \(most) custom fields already, and cannot have more",
      vi: "\(kind) đã có \(most) trường tùy chỉnh, không thể thêm nữa",
      hints: [
        Label(
          "Destroy some that are in the trash: crm trash empty field",
          vi: "Hãy xóa vĩnh viễn các trường trong thùng rác: crm trash empty field")
      ])
  }

  static func keyTaken(_ key: String, _ kind: String, _ code: String) -> CRMError {
    CRMError(
      .conflict, "\(kind) has a custom field \(key) already: \(code)",
      vi: "\(kind) đã có trường tùy chỉnh \(key): \(code)",
      hints: [
        Label(
          "Choose another --key; where it is in the trash: crm field restore \(code)",
          vi: "Hãy chọn --key khác; nếu đang ở thùng rác: crm field restore \(code)")
      ])
  }

  static func nameTaken(_ name: String, _ kind: String) -> CRMError {
    CRMError(
      .conflict, "\(kind) has a field “\(name)” already: their columns in files would be the same",
      vi: "\(kind) đã có trường “\(name)”: hai cột trong tệp sẽ trùng tiêu đề",
      hints: [Label("Choose another --name.", vi: "Hãy chọn --name khác.")])
  }

  static func inUse(_ name: String, by uses: [Label]) -> CRMError {
    func list(_ text: (Label) -> String) -> String {
      uses.prefix(10).map(text).joined(separator: ", ") + (uses.count > 10 ? ", …" : "")
    }
    return CRMError(
      .conflict,
      "custom field “\(name)” is asked for by \(list(\.en)), which would fail without it",
      vi: "trường tùy chỉnh “\(name)” đang được dùng trong \(list(\.vi)), thiếu nó sẽ lỗi",
      hints: [
        Label(
          "Take it out of them first, with 'crm view edit' or the verb of their kind, or delete them",
          vi:
            "Hãy bỏ trường khỏi các mục đó trước, bằng 'crm view edit' hoặc lệnh sửa của loại đó, "
            + "hoặc xóa chúng")
      ])
  }

  static func fixed(_ field: Field) -> CRMError {
    CRMError(
      .request, "\(field.label.en) of a custom field cannot change: its values were made for it",
      vi: "không đổi được \(field.label.vi.lowercased()) của trường tùy chỉnh đã tạo",
      hints: [
        Label(
          "Add another field with: crm field add",
          vi: "Hãy thêm trường khác bằng: crm field add")
      ])
  }
}
