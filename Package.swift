// swift-tools-version: 6.2
import PackageDescription

/// Warnings in our own code stop the build.
let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "lac",
  products: [
    .library(
      name: "LACReduction",
      targets: [
        "LookedAfter", "Indicators", "Scenarios", "Comparators", "Disclosure", "HistoryFiles",
        "HistoryStore", "SSDA903", "Pseudonyms",
        "ShippedData", "Documents", "Reports",
      ]),
    .executable(name: "lac", targets: ["lac"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // Files, and what is in them.
    .target(name: "FileAccess", swiftSettings: strict),
    .target(name: "CSV", swiftSettings: strict),
    .target(
      name: "ShippedData", dependencies: ["FileAccess"], path: "data", exclude: ["README.md"],
      sources: ["ShippedData.swift"],
      resources: [
        .copy("scheme"), .copy("samples.csv"), .copy("herefordshire"), .copy("marchshire"),
        .copy("tarnbridge"), .copy("comparators"),
        .copy("templates"), .copy("questions"),
      ],
      swiftSettings: strict),

    // The domain, and what is worked out from it.
    .target(name: "LookedAfter", swiftSettings: strict),
    .target(name: "Indicators", dependencies: ["LookedAfter"], swiftSettings: strict),
    .target(
      name: "Scenarios", dependencies: ["LookedAfter", "Indicators"], swiftSettings: strict),

    // What must not be published, and what an attacker could work out; it knows nothing of children.
    .target(name: "Disclosure", swiftSettings: strict),

    // What is published of every English authority, to stand beside one's own figures.
    .target(
      name: "Comparators", dependencies: ["LookedAfter", "CSV", "ShippedData"],
      swiftSettings: strict),
    .target(name: "CaseGenerator", dependencies: ["LookedAfter", "CSV"], swiftSettings: strict),

    // Where a history comes from and where it is kept.
    .target(
      name: "HistoryFiles",
      dependencies: ["LookedAfter", "Comparators", "CSV", "FileAccess", "ShippedData"],
      swiftSettings: strict),
    .target(
      name: "SSDA903", dependencies: ["LookedAfter", "CSV", "FileAccess", "Pseudonyms", crypto],
      swiftSettings: strict),
    .target(name: "Pseudonyms", dependencies: ["FileAccess", crypto], swiftSettings: strict),
    .target(
      name: "HistoryStore",
      dependencies: [
        "LookedAfter", "Comparators", "HistoryFiles", "FileAccess", "CSV", grdb, sqlite, crypto,
      ],
      swiftSettings: strict),

    // What people read.
    .target(name: "Documents", dependencies: ["CSV"], swiftSettings: strict),
    .target(
      name: "Reports",
      dependencies: [
        "LookedAfter", "Indicators", "Scenarios", "Comparators", "SSDA903", "Pseudonyms",
        "Disclosure", "Documents", "CSV",
      ], swiftSettings: strict),

    // The prompt.
    .target(
      name: "Console",
      dependencies: [
        "LookedAfter", "Indicators", "Scenarios", "Comparators", "Disclosure", "HistoryFiles",
        "HistoryStore",
        "SSDA903", "Documents", "Reports", "FileAccess", "CSV", "Pseudonyms", "ShippedData",
      ], swiftSettings: strict),
    .systemLibrary(name: "CLibedit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
    .target(name: "CLineEditor", dependencies: ["CLibedit"]),
    .target(name: "LineEditor", dependencies: ["CLibedit", "CLineEditor"], swiftSettings: strict),
    .executableTarget(
      name: "lac",
      dependencies: [
        "Console", "LineEditor", "Comparators", "HistoryFiles", "HistoryStore", "SSDA903",
        "ShippedData",
        "FileAccess", "CSV", "Documents", "LookedAfter", argumentParser,
      ], swiftSettings: strict),

    // Tests, and what they share.
    .target(
      name: "SampleHistory",
      dependencies: ["HistoryFiles", "ShippedData", "FileAccess", "LookedAfter"],
      path: "Tests/SampleHistory", swiftSettings: strict),
    .target(
      name: "TestSupport", dependencies: ["FileAccess"], path: "Tests/TestSupport",
      swiftSettings: strict),
    .target(
      name: "PromptSession",
      dependencies: [
        "Comparators", "Console", "Documents", "FileAccess", "HistoryFiles", "HistoryStore",
        "LookedAfter", "TestSupport",
      ], path: "Tests/PromptSession", swiftSettings: strict),
    .target(
      name: "PublishedRows", dependencies: ["FileAccess", "ShippedData"],
      path: "Tests/PublishedRows", swiftSettings: strict),
    .testTarget(
      name: "CrashTests",
      dependencies: ["HistoryFiles", "HistoryStore", "LookedAfter", "TestSupport", "lac"],
      swiftSettings: strict),
    .testTarget(
      name: "RecordingTests",
      dependencies: [
        "Comparators", "Console", "Documents", "FileAccess", "HistoryFiles", "HistoryStore",
        "LookedAfter", "PromptSession", "TestSupport", grdb,
      ], swiftSettings: strict),
    .testTarget(name: "CSVTests", dependencies: ["CSV", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "LookedAfterTests",
      dependencies: ["LookedAfter", "Indicators", "SampleHistory", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "HistoryFilesTests",
      dependencies: ["HistoryFiles", "LookedAfter", "Indicators", "CSV", "SampleHistory"],
      swiftSettings: strict),
    .testTarget(
      name: "HistoryStoreTests",
      dependencies: [
        "Comparators", "HistoryStore", "HistoryFiles", "LookedAfter", "FileAccess",
        "PublishedRows", "SampleHistory", "TestSupport", grdb,
      ], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "SSDA903Tests",
      dependencies: [
        "SSDA903", "HistoryFiles", "LookedAfter", "CSV", "FileAccess", "Pseudonyms", "ShippedData",
        "TestSupport",
      ], exclude: ["Fixtures"], swiftSettings: strict),
    .testTarget(
      name: "FileAccessTests", dependencies: ["FileAccess", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "IndicatorsTests",
      dependencies: ["Indicators", "LookedAfter", "HistoryFiles", "CSV", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "StatisticsTests", dependencies: ["Indicators", "LookedAfter", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "ScenariosTests",
      dependencies: [
        "Scenarios", "Indicators", "LookedAfter", "CSV", "FileAccess", "SampleHistory",
        "ShippedData", "Documents", "Reports",
      ], swiftSettings: strict),
    .executableTarget(
      name: "projection-benchmark", dependencies: ["Scenarios", "LookedAfter"],
      path: "Tests/ProjectionBenchmark", swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "Reports", "Documents", "Indicators", "LookedAfter", "HistoryFiles", "FileAccess",
        "ShippedData", "TestSupport",
      ],
      exclude: ["Golden"], swiftSettings: strict),
    .testTarget(
      name: "DisclosureTests", dependencies: ["Disclosure", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "PublicDocumentTests",
      dependencies: [
        "Disclosure", "Documents", "HistoryFiles", "LookedAfter", "Reports", "ShippedData",
      ], swiftSettings: strict),
    .testTarget(
      name: "ReadmeTests",
      dependencies: [
        "Comparators", "Console", "Documents", "FileAccess", "HistoryFiles", "Indicators",
        "LookedAfter", "PromptSession", "Reports", "SSDA903", "SampleHistory", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "ComparatorsTests",
      dependencies: [
        "Comparators", "CSV", "FileAccess", "Indicators", "LookedAfter", "PublishedRows",
        "ShippedData", "TestSupport",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "AuthorityTests",
      dependencies: [
        "Comparators", "HistoryFiles", "Indicators", "LookedAfter", "lac",
      ], swiftSettings: strict),
    .testTarget(
      name: "DocumentsTests", dependencies: ["Documents", "TestSupport"],
      exclude: ["Charts/Golden", "Papers/Golden"], swiftSettings: strict),
    .testTarget(
      name: "CaseTests",
      dependencies: [
        "CaseGenerator", "Comparators", "Console", "Documents", "FileAccess", "HistoryFiles",
        "HistoryStore", "Indicators", "LookedAfter", "Pseudonyms", "Reports", "CSV", "SSDA903",
        "ShippedData", "TestSupport",
      ], swiftSettings: strict),
    .target(
      name: "Fuzzing",
      dependencies: [
        "Comparators", "Console", "Documents", "FileAccess", "HistoryFiles", "HistoryStore",
        "LookedAfter", "Pseudonyms", "Reports", "SSDA903", "SampleHistory",
      ], path: "Tests/Fuzzing", exclude: ["Corpus"], swiftSettings: strict),
    .testTarget(
      name: "FuzzTests", dependencies: ["Fuzzing", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "HostileTests",
      dependencies: [
        "Console", "Documents", "FileAccess", "HistoryFiles", "HistoryStore", "LookedAfter",
        "PromptSession", "Pseudonyms", "Reports", "SSDA903", "ShippedData", "TestSupport",
      ], swiftSettings: strict),
    .target(name: "PseudoTerminal", path: "Tests/PseudoTerminal", swiftSettings: strict),
    .executableTarget(
      name: "lineeditor-demo", dependencies: ["LineEditor"], path: "Tests/LineEditorDemo",
      swiftSettings: strict),
    .testTarget(
      name: "LineEditorTests", dependencies: ["LineEditor", "PseudoTerminal", "lineeditor-demo"],
      swiftSettings: strict),
    .testTarget(
      name: "ConsoleTests",
      dependencies: [
        "Console", "Documents", "FileAccess", "HistoryFiles", "HistoryStore", "LookedAfter",
        "PublishedRows", "Reports", "Scenarios", "ShippedData",
      ], swiftSettings: strict),
    .testTarget(
      name: "AnswerTests",
      dependencies: [
        "Comparators", "Console", "Documents", "HistoryFiles", "HistoryStore", "Indicators",
        "LookedAfter", "PromptSession", "PublishedRows", "Reports", "TestSupport",
      ], swiftSettings: strict),
    .testTarget(
      name: "ReturnTests",
      dependencies: [
        "CSV", "Comparators", "Console", "Documents", "FileAccess", "HistoryFiles", "HistoryStore",
        "Indicators", "LookedAfter", "Pseudonyms", "Reports", "SSDA903", "ShippedData",
        "TestSupport",
      ], exclude: ["Fixtures", "Golden"], swiftSettings: strict),
    .testTarget(
      name: "ProgramTests", dependencies: ["PseudoTerminal", "TestSupport", "lac", grdb],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// The documentation is built by a plugin, which nobody needs who only builds the program or runs its
// tests: LAC_DOCUMENTATION=1 swift package generate-documentation, and .ci/documentation.
if Context.environment["LAC_DOCUMENTATION"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"))
}

// libFuzzer brings a `main` of its own, so its program is there for `.ci/fuzz` alone.
if Context.environment["LAC_FUZZER"] != nil {
  package.targets.append(
    .executableTarget(
      name: "lac-fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzzer",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
