import CRMEngine

/// Lists of one customer after the other, end to end.
struct Lists<Element: Sendable>: Sendable {
  private(set) var starts: [UInt32] = [0]
  private(set) var elements: [Element] = []

  mutating func append(_ list: ArraySlice<Element>) {
    elements.append(contentsOf: list)
    starts.append(UInt32(elements.count))
  }

  @inline(__always)
  func range(_ index: Int) -> Range<Int> { Int(starts[index])..<Int(starts[index + 1]) }

  @inline(__always)
  func count(_ index: Int) -> Int { Int(starts[index + 1] - starts[index]) }
}
