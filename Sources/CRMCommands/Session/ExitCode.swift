import CRMValues

/// The exit codes a script can tell apart (RULES 1.7).
enum ExitCode {
  static func code(_ kind: CRMError.Kind) -> Int32 {
    switch kind {
    case .request, .interrupted: return 1
    case .usage: return 2
    case .database: return 3
    case .notPermitted: return 4
    case .conflict: return 5
    case .bug: return 70
    }
  }
}

/// Ends a command whose work is done and said, with a code other than 0: rejected rows.
struct Finished: Error {
  let code: Int32
}
