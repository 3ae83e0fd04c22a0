import CRMValues

/// Opens a file of tables for reading, `-` for standard input.
///
/// The format is what the options say, else what the content is, else what the name ends in;
/// a file that is none of these is read as delimited text.
/// Throws a `CRMError` that names the file if it is missing, unreadable, a folder, empty, or
/// not what it claims to be.
public func openTable(_ path: String, options: ReadOptions = ReadOptions()) throws
  -> any TableSource
{
  try openTable(ByteSource(path: path), options: options)
}

/// Opens an open descriptor for reading; it is not closed. `name` is for messages.
public func openTable(
  descriptor: Int32, name: String, options: ReadOptions = ReadOptions()
) throws -> any TableSource {
  try openTable(ByteSource(descriptor: descriptor, name: name), options: options)
}

/// Opens a text that is at hand. `name` is for messages.
public func openTable(
  _ bytes: [UInt8], name: String, options: ReadOptions = ReadOptions()
) throws -> any TableSource {
  try openTable(ByteSource(bytes, name: name), options: options)
}

func openTable(_ source: ByteSource, options: ReadOptions) throws -> any TableSource {
  try source.peek(4096)
  if source.head.isEmpty, !options.acceptsEmpty { throw CRMError.isEmpty(source.name) }
  let (signature, encoding) = source.head.withUnsafeBufferPointer { head in
    (Signature(head: head), TextEncoding.marked(head)?.encoding ?? TextEncoding.guessed(head))
  }
  // What is chosen is believed; a name only where the content does not say otherwise.
  let format = try options.format ?? TableFormat.recognised(source, signature)
  switch format {
  case .xlsx, .ods: return try openWorkbook(source, signature, options: options)
  case .xls: return try XLSSource(SeekableBytes(source))
  case .vcf: return try VCardSource(source, options: options)
  case .json, .jsonl: return try JSONSource(source, format: format ?? .json, options: options)
  case .csv, nil: break
  }
  // UTF-16 and UTF-32 are full of zero bytes and still text.
  let isText = signature == .text || (signature == .binary && encoding != .utf8)
  guard isText else { throw CRMError.notText(source.name, signature) }
  return try CSVSource(source, options: options)
}
