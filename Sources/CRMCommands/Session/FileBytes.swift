import CRMValues
import Foundation

/// Reads a small file as a whole.
enum FileBytes {
  static func read(_ path: String) throws -> [UInt8] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw CRMError(.request, "there is no file \(path)", vi: "không có tệp \(path)")
    }
    guard !isDirectory.boolValue, let data = FileManager.default.contents(atPath: path) else {
      throw CRMError(.request, "\(path) cannot be read", vi: "không đọc được \(path)")
    }
    return Array(data)
  }
}
