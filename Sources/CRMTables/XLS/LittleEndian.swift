/// Numbers as BIFF and compound files write them, the lowest byte first.
///
/// A number that is not wholly inside the bytes is nil.
extension [UInt8] {
  func u8(_ offset: Int) -> UInt8? {
    offset >= 0 && offset < count ? self[offset] : nil
  }

  func u16(_ offset: Int) -> UInt16? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return UInt16(self[offset]) | UInt16(self[offset + 1]) << 8
  }

  func u32(_ offset: Int) -> UInt32? {
    guard offset >= 0, offset <= count - 4, let low = u16(offset), let high = u16(offset + 2)
    else { return nil }
    return UInt32(low) | UInt32(high) << 16
  }

  func u64(_ offset: Int) -> UInt64? {
    guard offset >= 0, offset <= count - 8, let low = u32(offset), let high = u32(offset + 4)
    else { return nil }
    return UInt64(low) | UInt64(high) << 32
  }

  func double(_ offset: Int) -> Double? {
    u64(offset).map(Double.init(bitPattern:))
  }
}
