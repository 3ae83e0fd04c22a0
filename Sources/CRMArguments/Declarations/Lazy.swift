import Synchronization

/// A value that is made when it is first asked for, and then kept.
final class Lazy<Value: Sendable>: Sendable {
  private let known = Mutex<Value?>(nil)
  private let make: @Sendable () -> Value

  init(_ make: @escaping @Sendable () -> Value) { self.make = make }

  var value: Value {
    if let value = known.withLock({ $0 }) { return value }
    let made = make()
    known.withLock { $0 = made }
    return made
  }
}
