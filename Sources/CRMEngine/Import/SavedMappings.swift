import CRMValues

extension Reader {
  /// Returns the saved mappings by name.
  public func importMappings() throws -> [ImportMapping] {
    let statement = try cache.statement("SELECT id FROM import_mapping ORDER BY name")
    var ids: [Int64] = []
    while try statement.step() { ids.append(statement.integer(0)) }
    return try ids.compactMap {
      try record(.importMapping, $0).map { try ImportMapping($0, catalogue) }
    }
  }

  /// Returns the saved mapping of a name.
  ///
  /// - Throws: ``CRMError`` that names the nearest where there is none.
  public func importMapping(_ name: String) throws -> ImportMapping {
    guard let id = try importMappingID(name), let record = try record(.importMapping, id) else {
      let names = try importMappings().map(\.name)
      let near = nearest(to: name, among: names)
      let list = (near.isEmpty ? Array(names.prefix(10)) : near).joined(separator: ", ")
      throw CRMError(
        .request, "there is no import mapping “\(name)”", vi: "không có mẫu nhập khẩu “\(name)”",
        hints: list.isEmpty
          ? [
            Label(
              "Save one with: crm import mapping save NAME --map \"Heading=field\"",
              vi: "Lưu mẫu bằng: crm import mapping save TÊN --map \"Tiêu đề=trường\"")
          ] : [Label("There are: \(list)", vi: "Hiện có: \(list)")])
    }
    return try ImportMapping(record, catalogue)
  }

  /// Returns the mapping of a name, case and marks left out: a handful of them.
  func importMappingID(_ name: String) throws -> Int64? {
    let statement = try cache.statement("SELECT id, name FROM import_mapping")
    var found: Int64?
    while try statement.step() {
      if found == nil, folded(statement.text(1) ?? "") == folded(name) {
        found = statement.integer(0)
      }
    }
    return found
  }
}

extension Writer {
  /// Saves a mapping under its name, in place of one of that name.
  ///
  /// - Returns: whether there was none before.
  @discardableResult
  public func save(_ mapping: ImportMapping) throws -> Bool {
    // Who imports nothing has nothing to save for it, and takes no name.
    if !catalogue.nounKinds.contains(where: { may(.import, $0) }),
      let kind = catalogue.nounKinds.first
    {
      try permit(.import, kind)
    }
    try mapping.check(entities)
    let entity = catalogue.entity(.importMapping)
    let values = entity.values(mapping.values)
    guard let id = try importMappingID(mapping.name) else {
      try add(.importMapping, values)
      return true
    }
    try edit(.importMapping, id, values.enumerated().map { ($0.offset, $0.element) })
    return false
  }

  /// Deletes the mapping of a name; undoing the operation brings it back.
  public func deleteImportMapping(_ name: String) throws {
    _ = try importMapping(name)
    if let id = try importMappingID(name) { try remove(.importMapping, id) }
  }
}
