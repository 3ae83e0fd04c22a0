import CRMValues

extension Setting where Value == [String] {
  /// Which columns a list of the kind has where the command names none.
  package init(columnsOf entity: Entity) {
    declared = DeclaredSetting(
      key: "columns." + entity.kind.rawValue, type: .columns(entity.kind),
      label: Label(
        "Columns of the list of \(entity.plural.en.lowercased())",
        vi: "Các cột của danh sách \(entity.label.vi.lowercased())"),
      standard: entity.listed.joined(separator: ","),
      help: Label(
        "Which columns 'crm \(entity.kind.rawValue) list' shows, in this order; with --mine for "
          + "you alone.",
        vi: "Các cột 'crm \(entity.kind.rawValue) list' hiện ra, theo thứ tự này; thêm --mine để "
          + "chỉ đặt cho mình."))
    read = { PathList.split($0) }
    defaultValue = entity.listed
  }
}

extension DeclaredSetting {
  /// Whether everybody may have a value of their own, which comes before that of all.
  public var isPersonal: Bool {
    if case .columns = type { return true }
    return false
  }

  /// What stands between the name of a setting and the number of whose it is.
  private static let mark: Character = "@"

  /// Returns the setting of one user alone.
  func of(_ user: Int64) -> DeclaredSetting {
    DeclaredSetting(
      key: "\(key)\(Self.mark)\(user)", type: type, label: label, standard: "", help: help)
  }

  /// Returns the number of the user a stored key is of; nil for one of all.
  static func owner(ofKey key: String) -> Int64? {
    key.lastIndex(of: mark).flatMap { Int64(key[key.index(after: $0)...]) }
  }

  /// Returns the name of the setting a stored key is of, whose ever value it is.
  static func sharedKey(_ key: String) -> String {
    owner(ofKey: key) == nil ? key : String(key.prefix { $0 != mark })
  }
}

extension Reader {
  /// Returns the columns that were chosen for the list of a kind, by the actor, else for
  /// everybody; none where nobody did.
  ///
  /// Those that there no longer are, such as a custom field, fall away.
  public func chosenColumns(of kind: Kind) throws -> [String] {
    let setting = Setting(columnsOf: catalogue.entity(kind)).declared
    guard let stored = try ownSetting(setting) ?? storedSetting(setting) else { return [] }
    return PathList.split(stored).filter { (try? columns([$0], of: kind)) != nil }
  }

  /// Returns what the actor set a setting to for themselves, nil where they did not.
  public func ownSetting(_ setting: DeclaredSetting) throws -> String? {
    guard setting.isPersonal, let user = actor.user else { return nil }
    return try storedSetting(setting.of(user))
  }

  /// Returns the names of typed columns, each given by its name or the heading of a list.
  ///
  /// - Throws: ``CRMError`` that names the nearest for an unknown one.
  func columnNames(_ typed: String, of kind: Kind) throws -> String {
    let entity = entities[kind]
    let names = try PathList.split(typed).map { word -> String in
      if let field = entity.fieldUnder(word) { return field.name }
      // A single name is looked up here; a path says itself what is wrong with it.
      guard !word.contains(where: { ".[(".contains($0) }),
        (try? columns([word], of: kind)) == nil
      else { return word }
      throw unknownColumn(word, entity)
    }
    _ = try columns(names, of: kind)
    return names.joined(separator: ",")
  }

  private func unknownColumn(_ word: String, _ entity: Entity) -> CRMError {
    let fields = entity.fields
    var named: Set<String> = []
    let names = fields.flatMap { [$0.name, $0.label.en, $0.label.vi] }.filter {
      named.insert(folded($0)).inserted
    }
    return CRMError(
      .request, "\(entity.plural.en.lowercased()) have no column “\(word)”",
      vi: "danh sách \(entity.label.vi.lowercased()) không có cột “\(word)”",
      hints: Label.didYouMean(nearest(to: word, among: names)) + [
        Label(
          "Columns: \(fields.map(\.name).joined(separator: ", ")).",
          vi: "Các cột: \(fields.map(\.label.vi).joined(separator: ", ")).")
      ])
  }
}

extension Entity {
  /// Returns the field of a heading, in either language, as lists and files have it; nil where
  /// the text is the name of a field, or no heading.
  public func fieldUnder(_ text: String) -> Field? {
    let wanted = folded(cleaned(text))
    guard field(wanted) == nil else { return nil }
    return fields.first { field in
      [field.label, field.short ?? field.label].contains {
        folded($0.en) == wanted || folded($0.vi) == wanted
      } || field.headers.contains { folded($0) == wanted }
    }
  }
}
