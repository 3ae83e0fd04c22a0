import CRMEngine

extension Catalogue {
  /// The kinds of the CRM, what is referred to before what refers to it.
  public static let crm = Catalogue(
    [
      .customField, .unit, .role, .roleRight, .user, .userGroup,
      Listed(.source, .source),
      Listed(.group, .group, rules: GroupRules.self),
      Listed(.relationship, .relationship),
      Listed(.transactionType, .transactionType, rules: TransactionTypeRules.self),
      Listed(.tier, .tier, rules: TierRules.self),
      Listed(.commonRule, .commonRule, rules: CommonRuleRules.self),
      .tag,
      Listed(.productGroup, .productGroup),
      Listed(.paymentMethod, .paymentMethod),
      Listed(.project, .project),
      Listed(.taskType, .taskType),
      Listed(.callStatus, .callStatus),
      Listed(.customer, .customer, rules: CustomerRules.self),
      Listed(.contact, .contact),
      Listed(.comment, .comment, rules: CommentRules.self),
      Listed(.product, .product),
      Listed(.order, .order, rules: OrderRules.self),
      Listed(.orderLine, .orderLine, rules: OrderLineRules.self),
      Listed(.careCard, .careCard, rules: CareCardRules.self),
      Listed(.transaction, .transaction, rules: TransactionRules.self),
      Listed(.contract, .contract, rules: ContractRules.self),
      Listed(.payment, .payment, rules: PaymentRules.self),
      Listed(.paymentOrder, .paymentOrder, rules: PaymentOrderRules.self),
      Listed(.paymentContract, .paymentContract, rules: PaymentContractRules.self),
      Listed(.task, .task, rules: TaskRules.self),
      Listed(.appointment, .appointment, rules: AppointmentRules.self),
      Listed(.call, .call, rules: CallRules.self),
      Listed(.note, .note, rules: NoteRules.self),
      Listed(.consultation, .consultation, rules: ConsultationRules.self),
      .view, .importMapping, .share, .setting,
    ],
    formats: Migrations.crm, settings: { DeclaredSetting.crm },
    guardedTables: [TransferLog.guarded],
    names: Defaults.names
  )
}

/// The kinds of the CRM, for those who know that no other business is at work.
extension Catalogue {
  public static var order: [Kind] { crm.kinds }
  public static var nouns: [Kind] { crm.nounKinds }
  public static func entity(_ kind: Kind) -> Entity { crm.entity(kind) }
  public static func noun(_ word: String) -> Kind? { crm.noun(word) }
  public static func panels(of kind: Kind) -> [Panel] { crm.panels(of: kind) }
  public static func counted(
    by kind: Kind
  ) -> [(name: String, entity: Entity, field: Field)] { crm.counted(by: kind) }
  public static func referrers(
    to kind: Kind
  ) -> [(name: String, entity: Entity, field: Field)] { crm.referrers(to: kind) }
}

extension Entities {
  public init(custom: [(kind: Kind, fields: [Field])] = []) { self.init(.crm, custom: custom) }
}

extension ImportOptions {
  public init() { self.init(Entities()) }
}
