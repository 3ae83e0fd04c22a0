/// One vCard: its properties in the file's order, of any version.
public struct VCard: Sendable {
  /// The line of the file that `BEGIN:VCARD` is on, from 1.
  public var line: Int
  public var properties: [VCardProperty] = []

  /// The version it says it is; nil where it says none.
  public var version: String? { properties.first { $0.name == "VERSION" }?.value }

  /// Returns the properties of a name, in capitals, that hold anything.
  public func all(_ name: String) -> [VCardProperty] {
    properties.filter { $0.name == name && !$0.value.isEmpty }
  }

  /// Returns the texts of a property; empty ones are left out.
  public func texts(_ name: String) -> [String] {
    all(name).map(text).filter { !$0.isEmpty }
  }

  /// Returns the text of a property, its escapes resolved.
  public func text(_ property: VCardProperty) -> String {
    VCardText.unescaped(property.value, isAddress: property.isAddress).trimmed
  }

  /// Returns the components of each structured property of a name (RFC 6350, 6.2.2, 6.3.1,
  /// 6.6.4): `N` has at least 5, `ADR` at least 7.
  public func structured(_ name: String) -> [[String]] {
    all(name).map(components).filter { $0.contains { !$0.isEmpty } }
  }

  func components(_ property: VCardProperty) -> [String] {
    var parts = VCardText.components(property.value)
    let least = property.name == "N" ? 5 : property.name == "ADR" ? 7 : 1
    while parts.count < least { parts.append("") }
    return parts
  }
}

/// One property of a vCard.
public struct VCardProperty: Sendable {
  /// The group before the name: `item1` of `item1.TEL`.
  public var group: String?
  /// The name in capitals.
  public var name: String
  /// The parameters but types, encoding and charset; names in capitals.
  public var parameters: [String: String] = [:]
  /// The types in small letters (`cell`, `pref`), in whichever syntax they came.
  public var types: [String] = []
  /// The value as text, with its escapes; empty for pictures, sounds and keys.
  public var value: String
  /// The size of a picture, sound or key that was passed over.
  public var skippedBytes = 0

  /// Whether the value is a web address or the like.
  var isAddress: Bool { ["URL", "IMPP", "SOURCE", "FBURL", "CALURI", "PHOTO"].contains(name) }

  /// What is a picture, sound or key and never becomes a value of ours.
  static let binaryNames: Set<String> = ["PHOTO", "LOGO", "SOUND", "KEY", "X-MS-CARDPICTURE"]
}
