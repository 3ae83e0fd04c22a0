import CRMArguments
import CRMCore
import CRMEngine
import CRMValues

/// The options by which `add` takes records with the new one that belong to it: `--contact`.
enum AlongOption {
  private static let heading = Label("With it", vi: "Thêm cùng")

  static func options(_ entity: Entity) -> [Option] {
    Along.all(with: entity.kind, Entities()).map { along in
      let (en, vi) = (along.entity.label.en.lowercased(), along.entity.label.vi.lowercased())
      return Option(
        along.form.word, value: .one("TEXT"),
        Label(
          "\(en.prefix(1).uppercased() + en.dropFirst()): name, \(rest(along).en), phone, email, "
            + "separated by commas",
          vi: "\(vi.prefix(1).uppercased() + vi.dropFirst()): tên, \(rest(along).vi), điện thoại, "
            + "email, cách nhau bằng dấu phẩy"), repeats: true, heading: heading)
    }
  }

  /// Returns the records that were typed with a new one.
  static func typed(
    _ entity: Entity, _ invocation: Invocation, _ session: Session
  ) throws -> [RecordAdding.Dependent] {
    try Along.all(with: entity.kind, Entities()).flatMap { along in
      try invocation.values(along.form.word).flatMap(along.read).map {
        RecordAdding.Dependent(entity: along.entity, holder: along.holder, fields: $0)
      }
    }
  }

  private static func rest(_ along: Along) -> Label {
    let label = along.entity.field(along.form.rest)?.label ?? Label(same: "")
    return Label(label.en.lowercased(), vi: label.vi.lowercased())
  }
}
