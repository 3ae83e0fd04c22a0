import CRMValues

/// The parts of an OOXML workbook, found by the package's relationships, or by their usual names
/// where those are missing or wrong.
struct XLSXPackage {
  let archive: ZipArchive
  let workbook: ZipArchive.Part
  /// The folder of the workbook part: targets are relative to it.
  private let folder: String
  private let relations: [XLSXRelation]

  init(_ archive: ZipArchive) throws {
    self.archive = archive
    let root = XLSXPackage.relations(archive, "_rels/.rels")
    let named = root.first { $0.isType("officedocument") }
    let found =
      named.flatMap { archive.part(XLSXPackage.resolved($0.target, in: "")) }
      ?? archive.part("xl/workbook.xml")
      ?? archive.names.first { $0.hasSuffix("workbook.xml") }.flatMap(archive.part)
    guard let found else {
      if archive.names.contains(where: { $0.hasSuffix("workbook.bin") }) {
        throw CRMError.binaryWorkbook(archive.name)
      }
      throw CRMError.missingPart(archive.name, "xl/workbook.xml")
    }
    workbook = found
    let path = found.name.replacingBackslashes.split(separator: "/")
    folder = path.dropLast().joined(separator: "/")
    let file = path.last.map(String.init) ?? "workbook.xml"
    relations = XLSXPackage.relations(
      archive, folder + (folder.isEmpty ? "" : "/") + "_rels/\(file).rels")
  }

  /// Returns the part of a sheet, and what kind of sheet it is.
  ///
  /// Without a relationship it is taken by its number, as the programs that forget them name it.
  func sheet(_ id: String?, number: Int) -> (part: ZipArchive.Part?, isTable: Bool) {
    guard let relation = relations.first(where: { $0.id == id && id != nil }) else {
      return (part(at: "worksheets/sheet\(number).xml"), true)
    }
    let part = archive.part(XLSXPackage.resolved(relation.target, in: folder))
    let isOther = relation.isType("chartsheet") || relation.isType("dialogsheet")
    return (part ?? misplaced(relation.target), !isOther)
  }

  /// Returns the part of a type such as `sharedstrings`, or the usual one.
  func part(_ type: String, usual: String) -> ZipArchive.Part? {
    let relation = relations.first { $0.isType(type) }
    return relation.flatMap { archive.part(XLSXPackage.resolved($0.target, in: folder)) }
      ?? part(at: usual)
  }

  private func part(at path: String) -> ZipArchive.Part? {
    archive.part(folder.isEmpty ? path : "\(folder)/\(path)") ?? archive.part("xl/\(path)")
  }

  /// Returns a part that lies in another folder than its relationship says.
  private func misplaced(_ target: String) -> ZipArchive.Part? {
    guard let file = target.split(separator: "/").last?.lowercased() else { return nil }
    return archive.names.first { $0.hasSuffix("/worksheets/\(file)") || $0 == file }
      .flatMap(archive.part)
  }

  /// Resolves a target against a folder: `/xl/a.xml`, `a.xml`, `../a.xml`.
  static func resolved(_ target: String, in folder: String) -> String {
    let target = target.replacingBackslashes
    var path = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for step in target.split(separator: "/") where step != "." {
      if step == ".." { _ = path.popLast() } else { path.append(step) }
    }
    return path.joined(separator: "/")
  }

  private static func relations(_ archive: ZipArchive, _ path: String) -> [XLSXRelation] {
    guard let part = archive.part(path) else { return [] }
    let handler = XLSXRelations()
    // Damaged relationships are as good as none: the parts have usual names.
    _ = try? XMLReader(archive.open(part, limit: ZipStream.freeSize), handler).run()
    return handler.relations
  }
}

/// A relationship of a package: which part is what.
struct XLSXRelation {
  let id: String
  let type: String
  let target: String

  /// Whether the type's last word is this one; transitional and strict differ in the rest.
  func isType(_ word: String) -> Bool {
    type.split(separator: "/").last?.lowercased() == word
  }
}

private final class XLSXRelations: XMLHandler {
  private(set) var relations: [XLSXRelation] = []

  override func start(_ name: XMLName, _ attributes: XMLAttributes) {
    guard name == "Relationship", relations.count < ZipArchive.partLimit else { return }
    relations.append(
      XLSXRelation(
        id: attributes["Id"] ?? "", type: attributes["Type"] ?? "",
        target: attributes["Target"] ?? ""))
  }
}

extension String {
  var replacingBackslashes: String {
    utf8.contains(0x5C) ? String(map { $0 == "\\" ? "/" : $0 }) : self
  }
}

extension CRMError {
  static func binaryWorkbook(_ name: String) -> CRMError {
    CRMError(
      .request, "\(name): binary workbooks (.xlsb) cannot be read",
      vi: "\(name): không đọc được bảng tính nhị phân (.xlsb)",
      hints: [
        Label(
          "Save it as .xlsx in the spreadsheet program",
          vi: "Lưu thành .xlsx trong chương trình bảng tính")
      ])
  }
}
