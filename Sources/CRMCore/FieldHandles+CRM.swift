import CRMEngine

extension FieldHandles {
  /// Those of the kinds of the CRM.
  static let crm: [any FieldHandle.Type] = [
    CareCardField.self, CommentField.self, CommonRuleField.self, ContractField.self,
    PaymentField.self, PaymentOrderField.self, PaymentContractField.self, CustomerField.self,
    OrderField.self, OrderLineField.self, TierField.self, TransactionField.self,
    TaskField.self, AppointmentField.self, CallField.self, CallStatusField.self, NoteField.self,
    ConsultationField.self,
  ]
}
