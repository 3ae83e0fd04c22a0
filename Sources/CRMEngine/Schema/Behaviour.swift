/// What a declaration says of the rules of its kind, without the doors that run them.
package protocol Behaviour: AnyObject, SendableMetatype {
  /// The kind whose rules they are.
  static var kind: Kind { get }

  /// Whether records that are added in bulk may wait to be written many at a time.
  static var gathers: Bool { get }

  /// The keys of the settings whose change they want to hear of.
  static var watchedSettings: [String] { get }

  /// Whether they want to hear of records of other kinds that refer to theirs.
  static var hearsReferrers: Bool { get }

  /// Whether they say themselves who may add, change and delete, and not the rights of roles.
  static var decideRights: Bool { get }

  /// Whether they look at what an undo has brought back or changed.
  static var checksReversal: Bool { get }
}

extension Behaviour {
  package static var gathers: Bool { false }
  package static var watchedSettings: [String] { [] }
  package static var hearsReferrers: Bool { false }
  package static var decideRights: Bool { false }
  package static var checksReversal: Bool { false }
}

/// The formats that databases of a business have had, as the catalogue carries them to the doors.
package protocol Formats: Sendable {}
