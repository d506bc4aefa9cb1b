// swift-tools-version: 6.2
import PackageDescription
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let package = Package(
  name: "lac",
  dependencies: [
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    .target(name: "FileAccess", swiftSettings: strict),
    .target(name: "CSV", swiftSettings: strict),
    .target(
      name: "ShippedData", path: "data", exclude: ["README.md"], sources: ["ShippedData.swift"],
      resources: [.copy("scheme"), .copy("herefordshire"), .copy("authorities")],
      swiftSettings: strict),
    .target(name: "LookedAfter", swiftSettings: strict),
    .target(
      name: "HistoryFiles", dependencies: ["LookedAfter", "CSV", "FileAccess", "ShippedData"],
      swiftSettings: strict),
    .target(
      name: "SSDA903", dependencies: ["LookedAfter", "CSV", "FileAccess", crypto],
      swiftSettings: strict),
    .executableTarget(name: "bench903", dependencies: ["SSDA903", "HistoryFiles", "ShippedData", "FileAccess"], path: "Bench"),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(name: "CSVTests", dependencies: ["CSV", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "SSDA903Tests",
      dependencies: ["SSDA903", "HistoryFiles", "LookedAfter", "CSV", "FileAccess", "ShippedData", "TestSupport"],
      exclude: ["Fixtures"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
