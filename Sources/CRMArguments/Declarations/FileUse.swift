/// What a command does with a file that its line names. A dash is standard input or output.
public enum FileUse: String, Hashable, Sendable {
  /// It is read.
  case read
  /// It is written, and takes the place of one that is there.
  case written
  /// It is written where none is there yet.
  case made
  /// It is the database, which the program alone opens.
  case database
}

/// A file that a command line names.
public struct FileWord: Hashable, Sendable {
  public let use: FileUse
  /// The name as typed.
  public let path: String
  /// Index in the arguments.
  public let position: Int
  /// What stands before the name in that argument, such as `--xlsx=`.
  public let prefix: String
}
