import CExpat

/// Takes what an XML parser meets. Names come without their prefixes: which prefix a program
/// binds a namespace to, and whether it is that of strict OOXML, does not matter.
class XMLHandler {
  /// What the handler stopped for; nil where it has merely seen enough.
  private(set) final var failure: (any Error)?
  private(set) final var isDone = false
  /// Set by the reader for as long as it lives.
  final var parser: OpaquePointer?

  /// Ends the reading: nothing is handed over any more.
  final func stop(_ failure: (any Error)? = nil) {
    guard !isDone else { return }
    self.failure = failure
    isDone = true
    if let parser { crmxml_stop(parser) }
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {}
  func end(_ name: XMLName) {}
  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}

/// The name of an element, valid within the call.
struct XMLName {
  let bytes: UnsafePointer<CChar>

  /// The first byte, to tell most names apart.
  var first: UInt8 { UInt8(bitPattern: bytes[0]) }

  /// Whether the name is this single character.
  func isOnly(_ byte: UInt8) -> Bool { first == byte && bytes[1] == 0 }

  static func == (name: XMLName, text: StaticString) -> Bool {
    sameText(name.bytes, text)
  }
}

/// The attributes of an element, valid within the call.
struct XMLAttributes {
  let pairs: UnsafePointer<UnsafePointer<CChar>?>?

  /// Returns the bytes of an attribute's value by its name without prefix.
  func bytes(_ name: StaticString) -> UnsafePointer<CChar>? {
    guard var pair = pairs else { return nil }
    while let key = pair[0] {
      if sameText(XMLAttributes.local(key), name) { return pair[1] }
      pair += 2
    }
    return nil
  }

  /// Returns the value of an attribute by its name without prefix.
  subscript(name: StaticString) -> String? { bytes(name).map { String(cString: $0) } }

  /// Returns a whole number of at most 18 digits.
  func integer(_ name: StaticString) -> Int? { bytes(name).flatMap(XMLAttributes.integer) }

  /// Reads a whole number of at most 18 digits.
  static func integer(_ text: UnsafePointer<CChar>) -> Int? {
    var byte = text
    var number = 0
    var digits = 0
    while byte.pointee != 0 {
      guard 0x30...0x39 ~= byte.pointee, digits < 18 else { return nil }
      number = number * 10 + Int(byte.pointee - 0x30)
      digits += 1
      byte += 1
    }
    return digits > 0 ? number : nil
  }

  /// Whether an attribute says `1` or `true`.
  func flag(_ name: StaticString) -> Bool {
    guard let value = self[name] else { return false }
    return value == "1" || value.lowercased() == "true"
  }

  /// Returns the name of an attribute without its prefix.
  static func local(_ name: UnsafePointer<CChar>) -> UnsafePointer<CChar> {
    var byte = name
    while byte.pointee != 0 {
      if byte.pointee == 0x3A { return byte + 1 }
      byte += 1
    }
    return name
  }
}

private func sameText(_ bytes: UnsafePointer<CChar>, _ text: StaticString) -> Bool {
  let known = text.utf8Start
  var index = 0
  while known[index] != 0 {
    guard UInt8(bitPattern: bytes[index]) == known[index] else { return false }
    index += 1
  }
  return bytes[index] == 0
}
