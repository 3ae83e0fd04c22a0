import CRMValues

extension Writer {
  /// Writes the rows of a record: its own, its links, its keys, its full-text entry.
  func insert(
    _ statements: KindStatements, id: Int64, _ values: [Value], deleted: Int64?
  ) throws {
    noteCode(statements, values)
    try noteSpellings(statements, values)
    if let gathered, gathered.kind == statements.entity.kind, deleted == nil {
      let name = statements.namePosition.map { keys.folded(values[$0].text ?? "") }
      try gathered.append(id, values, name: name)
    } else {
      try gathered?.flush()
      try insertRow(statements, id: id, values, deleted: deleted)
      for link in statements.links {
        for target in values[link.position].list {
          link.insert.bind(1, id)
          link.insert.bind(2, target)
          try link.insert.run()
        }
      }
    }
    if deleted == nil { try makeFound(statements, id: id, values) }
  }

  /// Keeps how the texts are spelt that a record is looked up by.
  func noteSpellings(
    _ statements: KindStatements, _ values: [Value], _ changed: [Int]? = nil
  ) throws {
    for spelt in statements.spelt where changed?.contains(spelt.position) ?? true {
      guard try spelt.note(values[spelt.position]) else { continue }
      if spelt.isCode { noteOddCode(statements.entity.kind) }
    }
  }

  /// Adds what live records are found by: keys and the full-text entry.
  func makeFound(_ statements: KindStatements, id: Int64, _ values: [Value]) throws {
    let gathered = gathered?.kind == statements.entity.kind ? gathered : nil
    for (place, key) in statements.keys.enumerated() {
      guard case .text(let text) = values[key.position] else { continue }
      for value in keys.storedKeys(of: statements.entity.fields[key.position], text) {
        statements.rules?.noteKey(value)
        if let gathered, gathered.gathersKeys {
          try gathered.appendKey(place, value, id)
          continue
        }
        key.insert.bind(1, value)
        key.insert.bind(2, id)
        try key.insert.run()
      }
    }
    try statements.rules?.keep(id, old: nil, new: values, changed: nil)
    if let search = statements.search {
      try writeWords(statements, search.positions, id, values, isDelete: false)
    }
  }

  /// Adds or takes away a full-text entry; an addition at once where nothing waits and no rows
  /// are gathered: a statement of many rows makes the index write out what it holds in memory.
  func writeWords(
    _ statements: KindStatements, _ positions: [Int], _ id: Int64, _ values: [Value],
    isDelete: Bool
  ) throws {
    try keys.withWords(statements.entity, positions, values) { words in
      let waits = !statements.pendingSearch.isEmpty || gathered?.kind == statements.entity.kind
      guard isDelete || waits else {
        return try write(statements, id, isDelete: false, words)
      }
      statements.pendingSearch.append(id, isDelete: isDelete, words)
    }
    if statements.pendingSearch.isLarge { try flushSearch(statements) }
  }

  private func write(
    _ statements: KindStatements, _ id: Int64, isDelete: Bool,
    _ words: UnsafeBufferPointer<UInt8>
  ) throws {
    guard let search = statements.search else { return }
    let statement = isDelete ? search.delete : search.insert
    statement.bind(1, id)
    statement.bind(2, lasting: words)
    try statement.run()
  }

  /// Writes the entries of a kind that wait.
  func flushSearch(_ statements: KindStatements) throws {
    guard !statements.pendingSearch.isEmpty else { return }
    try statements.pendingSearch.flush { id, isDelete, words in
      try write(statements, id, isDelete: isDelete, words)
    }
  }

  /// Takes away what live records are found by.
  func makeUnfound(_ statements: KindStatements, id: Int64, _ values: [Value]) throws {
    for key in statements.keys {
      guard case .text(let text) = values[key.position] else { continue }
      for value in keys.storedKeys(of: statements.entity.fields[key.position], text) {
        key.delete.bind(1, value)
        key.delete.bind(2, id)
        try key.delete.run()
      }
    }
    try statements.rules?.keep(id, old: values, new: nil, changed: nil)
    if let search = statements.search {
      try writeWords(statements, search.positions, id, values, isDelete: true)
    }
  }

  private func insertRow(
    _ statements: KindStatements, id: Int64, _ values: [Value], deleted: Int64?
  ) throws {
    rowTexts.collect(values, statements.columns)
    if let position = statements.namePosition {
      rowTexts.append(keys.folded(values[position].text ?? ""))
    }
    try rowTexts.withTexts { texts in
      let insert = statements.insert
      insert.bind(1, id)
      var index: Int32 = 2
      var next = 0
      for position in statements.columns {
        if case .text = values[position] {
          insert.bind(index, lasting: texts(next))
          next += 1
        } else {
          insert.bind(index, values[position])
        }
        index += 1
      }
      if statements.namePosition != nil {
        insert.bind(index, lasting: texts(next))
        index += 1
      }
      if statements.entity.hasTrash {
        insert.bind(index, deleted.map(Value.integer) ?? .null)
      }
      try insert.run()
    }
  }
}
