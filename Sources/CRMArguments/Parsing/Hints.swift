import CRMValues

func didYouMean(_ typed: String, among known: [String], prefix: String = "") -> [Label] {
  let near = nearest(to: typed, among: known)
  guard !near.isEmpty else { return [] }
  let list = near.map { "'\(prefix)\($0)'" }
  return [
    Label(
      "did you mean \(list.joined(separator: " or "))?",
      vi: "có phải bạn muốn: \(list.joined(separator: " hay "))?")
  ]
}

func oneOf(_ words: [String]) -> Label {
  let list = words.joined(separator: ", ")
  return Label("one of: \(list)", vi: "một trong: \(list)")
}

func usageLine(_ usage: Label) -> Label {
  Label("usage: \(usage.en)", vi: "cách dùng: \(usage.vi)")
}

func see(_ command: String) -> Label {
  Label("see '\(command)'", vi: "xem '\(command)'")
}
