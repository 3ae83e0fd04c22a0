/// The kinds that steer the engine itself, which every business lists.
extension Catalogue.Listed {
  package static var customField: Self {
    Self(.customField, .customField, rules: CustomFieldRules.self)
  }
  package static var unit: Self { Self(.unit, .unit) }
  package static var role: Self { Self(.role, .role, rules: RoleRules.self) }
  package static var roleRight: Self { Self(.roleRight, .roleRight) }
  package static var user: Self { Self(.user, .user, rules: UserRules.self) }
  package static var userGroup: Self {
    Self(.userGroup, .userGroup, rules: UserGroupRules.self)
  }
  package static var tag: Self { Self(.tag, .tag) }
  package static var view: Self { Self(.view, .view, rules: ViewRules.self) }
  package static var importMapping: Self {
    Self(.importMapping, .importMapping, rules: ImportMappingRules.self)
  }
  package static var share: Self { Self(.share, .share) }
  package static var setting: Self { Self(.setting, .setting, rules: SettingRules.self) }
}
