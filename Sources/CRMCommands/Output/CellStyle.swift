import CRMValues

/// How values are written: for whom, in which language, by which clock.
struct CellStyle {
  enum Audience {
    /// Eyes: dates, amounts and words as the language has them.
    case people
    /// Spreadsheets and text tools: words in the language, numbers and dates in one form.
    case sheets
    /// Programs: the same in every language.
    case programs
  }

  let audience: Audience
  let language: Language
  let zone: Zone
  /// Whether times that people planned carry the offset of their zone.
  let hasOffsets: Bool
  /// Whether yes and no are words of the language, as in what people open in a spreadsheet.
  let hasYesAndNo: Bool

  init(_ form: OutputForm, language: Language, zone: Zone) {
    switch form {
    case .table, .markdown: audience = .people
    case .tsv, .csv, .xlsx: audience = .sheets
    case .json, .jsonl, .vcf, .codes: audience = .programs
    }
    hasYesAndNo = audience == .people || form == .csv || form == .xlsx
    hasOffsets = form != .xlsx
    self.language = language
    self.zone = zone
  }
}
