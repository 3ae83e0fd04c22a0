import CRMEngine

extension BlockKeys {
  /// What keys are made of.
  enum Family: Int, CaseIterable {
    case number, email, mailbox, taxCode, name, place
    case birthday, nameWord, namePair, nameBirthday, nameHouse, nameNumber, namePlace
    case placePair, initialsBirthday, initialsPlace

    /// Whether a key alone makes a pair worth a look however many have it.
    var isStrong: Bool { rawValue <= Family.place.rawValue }

    /// What a family asks of the fields to compare by.
    private var fields: Set<DuplicateField> {
      switch self {
      case .number: return [.phone]
      case .email, .mailbox: return [.email]
      case .taxCode: return [.taxCode]
      case .name, .nameWord, .namePair: return [.name]
      case .place, .placePair: return [.address]
      case .birthday: return [.birthday]
      case .nameBirthday, .initialsBirthday: return [.name, .birthday]
      case .nameHouse, .namePlace, .initialsPlace: return [.name, .address]
      case .nameNumber: return [.name, .phone]
      }
    }

    /// The one value that all customers of a key have; nil for keys of parts and of words.
    var shared: DuplicateField? {
      switch self {
      case .number: return .phone
      case .email: return .email
      case .taxCode: return .taxCode
      case .mailbox, .name, .place, .birthday, .nameWord, .namePair, .nameBirthday, .nameHouse,
        .nameNumber, .namePlace, .placePair, .initialsBirthday, .initialsPlace:
        return nil
      }
    }

    /// Whether the family can bring together what is looked for.
    func isWanted(_ wish: DuplicateWish) -> Bool {
      if wish.isExact, wish.fields.isEmpty {
        return [.number, .email, .taxCode, .nameBirthday, .nameHouse, .place].contains(self)
      }
      var wanted = wish.fields
      // Faxes are numbers like the others.
      if wanted.contains(.fax) { wanted.insert(.phone) }
      return wanted.isEmpty || fields.isSubset(of: wanted)
    }
  }
}
