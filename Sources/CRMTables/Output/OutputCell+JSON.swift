extension OutputCell {
  /// The cell as a JSON value.
  public var json: String {
    let sink = MemorySink()
    var buffer = OutputBuffer(sink)
    buffer.appendJSON(self)
    try? buffer.flush()
    return sink.text
  }
}
