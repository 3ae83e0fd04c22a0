/// Every type of handles, so that a test can prove each field to exist.
package enum FieldHandles {
  /// Those of the kinds that steer the engine itself.
  package static let engine: [any FieldHandle.Type] = [
    CustomFieldField.self, ImportMappingField.self, RoleRightField.self, SettingField.self,
    ShareField.self, UserField.self, ViewField.self,
  ]
}
