import CRMArguments
import CRMTables
import CRMValues

/// A line on the terminal that tells how far a long command is: shown after a second, drawn anew
/// a few times a second, and gone when the command goes on to say something else.
final class ProgressBar {
  private let sink: (any ByteSink)?
  private let clock: () -> Double
  private let language: Language
  private let width: Int
  private let start: Double
  private var drawn: Double?
  private var rows = 0

  /// - Parameter isShown: whether there is a terminal to draw on, and the person wants it.
  init(
    _ sink: any ByteSink, isShown: Bool, width: Int, language: Language,
    clock: @escaping () -> Double
  ) {
    self.sink = isShown ? sink : nil
    self.width = width
    self.language = language
    self.clock = clock
    start = isShown ? clock() : 0
  }

  convenience init(_ session: Session) {
    let environment = session.environment
    self.init(
      environment.errors,
      isShown: environment.isErrorTerminal && !session.invocation.has("no-progress"),
      width: environment.width, language: session.language, clock: environment.ticks)
  }

  /// Whether there is anybody to see it.
  var isShown: Bool { sink != nil }

  static let option = Option(
    "no-progress", Label("No progress bar on the terminal", vi: "Không hiện thanh tiến độ"))

  /// Counts a row.
  ///
  /// - Parameter fraction: how much of the work is done, from 0 to 1, where that is known.
  func advance(_ fraction: @autoclosure () -> Double?) {
    rows += 1
    // The clock is not asked for every row.
    guard rows & 0x3F == 0 else { return }
    show(fraction())
  }

  /// Shows how much is done of work that has no rows, from 0 to 1.
  func show(_ fraction: @autoclosure () -> Double?) {
    guard sink != nil else { return }
    let now = clock()
    guard now - start >= 1, now - (drawn ?? 0) >= 0.1 else { return }
    drawn = now
    draw(fraction(), seconds: now - start)
  }

  /// Takes the line off the terminal.
  func erase() {
    guard drawn != nil else { return }
    drawn = nil
    try? sink?.put(.lineErased)
  }

  private func draw(_ fraction: Double?, seconds: Double) {
    var parts: [Label] = []
    if rows > 0 {
      let rate = Int64(Double(rows) / max(seconds, 0.001))
      parts = [
        Label(
          "\(Money.text(Int64(rows), .en)) rows", vi: "\(Money.text(Int64(rows), .vi)) dòng"),
        Label("\(Money.text(rate, .en))/s", vi: "\(Money.text(rate, .vi))/giây"),
      ]
    }
    if let fraction, fraction > 0 {
      let left = ProgressBar.time(seconds / fraction - seconds)
      parts.insert(Label(same: ProgressBar.bar(fraction)), at: 0)
      parts.append(Label("\(left) left", vi: "còn \(left)"))
    }
    let line = parts.map { $0.text(in: language) }.joined(separator: "  ")
    try? sink?.put(.lineErased)
    put(fitted(line, to: max(width - 1, 10)))
  }

  /// Returns `[#####---------------]  25%`.
  private static func bar(_ fraction: Double) -> String {
    let done = min(max(Int(fraction * 20), 0), 20)
    let percent = min(Int(fraction * 100), 100)
    let padding = String(repeating: " ", count: percent < 10 ? 2 : percent < 100 ? 1 : 0)
    return "[" + String(repeating: "#", count: done) + String(repeating: "-", count: 20 - done)
      + "] \(padding)\(percent)%"
  }

  /// Returns `1:05` for 65 seconds.
  private static func time(_ seconds: Double) -> String {
    let whole = Int(min(max(seconds, 0), 359_999).rounded(.up))
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let minutes = "\(two(whole / 60 % 60)):\(two(whole % 60))"
    return whole < 3600
      ? "\(whole / 60):\(two(whole % 60))" : "\(whole / 3600):\(minutes)"
  }

  private func put(_ text: String) {
    var text = text
    text.withUTF8 { try? sink?.write(UnsafeRawBufferPointer($0)) }
  }
}
