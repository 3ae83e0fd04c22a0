// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "crm",
  products: [.executable(name: "crm", targets: ["crm"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0")
  ],
  targets: [
    .systemLibrary(
      name: "CLibCSV", path: "Sources/CLibCSV", providers: [.apt(["libcsv-dev"])]),
    .target(name: "CDynamicLibrary", linkerSettings: [.linkedLibrary("dl")]),
    .target(name: "CLibXLSXWriter", dependencies: ["CDynamicLibrary"]),
    .target(name: "CMinizip", dependencies: ["CDynamicLibrary"]),
    .target(name: "CExpat", dependencies: ["CDynamicLibrary"]),
    .target(name: "CSQLiteMemory"),
    .target(name: "CRMValues"),
    .target(name: "CRMArguments", dependencies: ["CRMValues"]),
    .target(
      name: "CRMTables",
      dependencies: ["CRMValues", "CLibCSV", "CLibXLSXWriter", "CMinizip", "CExpat"]),
    .target(
      name: "CRMEngine",
      dependencies: [
        "CRMValues", "CRMTables", "CSQLiteMemory",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "CRMCore", dependencies: ["CRMEngine"]),
    .target(name: "CRMCommands", dependencies: ["CRMArguments", "CRMCore"]),
    .executableTarget(
      name: "crm", dependencies: ["CRMCommands"], exclude: ["Link"],
      linkerSettings: [
        // The toolchain's own linker can pack the addresses that the loader has to relocate at
        // every start: two megabytes become a few kilobytes. The folder Link makes it take the
        // archives of SQLite, libcsv and the C++ library: loading these takes a quarter of a
        // short command's time.
        .unsafeFlags(
          [
            "-use-ld=lld", "-Xlinker", "-z", "-Xlinker", "pack-relative-relocs",
            "-L", "\(Context.packageDirectory)/Sources/crm/Link",
            "-Xclang-linker", "-static-libgcc",
          ],
          .when(platforms: [.linux], configuration: .release))
      ]),
    .target(
      name: "CRMTestSupport", dependencies: ["CRMCommands"], path: "Tests/CRMTestSupport",
      exclude: ["Released"]),
    .testTarget(name: "CRMValuesTests", dependencies: ["CRMValues"]),
    .testTarget(name: "CRMArgumentsTests", dependencies: ["CRMArguments"]),
    .testTarget(
      name: "CRMTablesTests", dependencies: ["CRMTables", "CRMTestSupport"], exclude: ["Fixtures"]),
    .testTarget(name: "CRMEngineTests", dependencies: ["CRMEngine"]),
    .testTarget(
      name: "CRMCoreTests", dependencies: ["CRMCore", "CRMTestSupport"], exclude: ["Files"]),
    .testTarget(
      name: "CRMCommandsTests", dependencies: ["CRMCommands", "CRMTestSupport"],
      exclude: ["Snapshots"]),
    .testTarget(name: "CRMEndToEndTests", dependencies: ["crm", "CRMTables", "CRMTestSupport"]),
  ]
)

// A warning stops a debug build, which is what is tested. A release is not stopped by what a later
// compiler has learnt to warn of.
for target in package.targets where target.type != .system {
  let strict = SwiftSetting.treatAllWarnings(as: .error, .when(configuration: .debug))
  target.swiftSettings = (target.swiftSettings ?? []) + [strict]
}
