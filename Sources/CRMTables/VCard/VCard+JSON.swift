extension OutputBuffer {
  /// Writes a card as an object: what it says once as a text, what it says several times as an
  /// array.
  mutating func appendJSON(_ card: VCard) {
    append("{")
    var isFirst = true
    func key(_ name: String, to buffer: inout OutputBuffer) {
      buffer.append(isFirst ? "\"\(name)\":" : ",\"\(name)\":")
      isFirst = false
    }
    for (name, property) in OutputBuffer.plainKeys {
      let texts = card.texts(property)
      guard let first = texts.first else { continue }
      key(name, to: &self)
      if texts.count == 1 { appendJSON(first) } else { appendJSON(.list(texts)) }
    }
    for (name, property) in [("n", "N"), ("org", "ORG")] {
      let values = card.structured(property)
      guard let first = values.first else { continue }
      key(name, to: &self)
      if values.count == 1 {
        appendJSON(.list(first))
      } else {
        appendList(values) { $0.appendJSON(.list($1)) }
      }
    }
    for (name, property) in [("tel", "TEL"), ("email", "EMAIL"), ("url", "URL"), ("impp", "IMPP")] {
      let values = card.all(property)
      if values.isEmpty { continue }
      key(name, to: &self)
      appendList(values) { $0.appendTyped($1, .text(card.text($1))) }
    }
    let addresses = card.properties.filter { $0.name == "ADR" }
    if !addresses.isEmpty {
      key("adr", to: &self)
      appendList(addresses) { $0.appendTyped($1, .list(card.components($1))) }
    }
    for (name, property) in [("nickname", "NICKNAME"), ("categories", "CATEGORIES")] {
      let items = card.all(property).flatMap { VCardText.list($0.value) }
      if items.isEmpty { continue }
      key(name, to: &self)
      appendJSON(.list(items))
    }
    append("}")
  }

  private static let plainKeys = [
    ("version", "VERSION"), ("fn", "FN"), ("title", "TITLE"), ("role", "ROLE"), ("bday", "BDAY"),
    ("anniversary", "ANNIVERSARY"), ("gender", "GENDER"), ("note", "NOTE"), ("uid", "UID"),
    ("rev", "REV"),
  ]

  private mutating func appendTyped(_ property: VCardProperty, _ value: OutputCell) {
    append("{\"types\":")
    appendJSON(.list(property.types))
    append(",\"value\":")
    appendJSON(value)
    append("}")
  }

  private mutating func appendList<Item>(
    _ items: [Item], _ body: (inout OutputBuffer, Item) -> Void
  ) {
    append("[")
    for (place, item) in items.enumerated() {
      if place > 0 { append(",") }
      body(&self, item)
    }
    append("]")
  }
}
