import Testing

@testable import Scenarios

@Suite("Random words by seed and place")
struct CounterGeneratorTests {
  /// The counter, the key and the words of one line of the authors' table.
  struct Line: Sendable {
    let counter: [UInt64]
    let key: [UInt64]
    let words: [UInt64]
  }

  static let table = [
    Line(
      counter: [0, 0, 0, 0], key: [0, 0],
      words: [
        0x1655_4D9E_CA36_314C, 0xDB20_FE9D_672D_0FDC, 0xD7E7_72CE_E186_176B,
        0x7E68_B68A_EC7B_A23B,
      ]),
    Line(
      counter: [.max, .max, .max, .max], key: [.max, .max],
      words: [
        0x87B0_92C3_013F_E90B, 0x438C_3C67_BE8D_0224, 0x9CC7_D7C6_9CD7_77B6,
        0xA09C_AEBF_594F_0BA0,
      ]),
    Line(
      counter: [
        0x243F_6A88_85A3_08D3, 0x1319_8A2E_0370_7344, 0xA409_3822_299F_31D0,
        0x082E_FA98_EC4E_6C89,
      ], key: [0x4528_21E6_38D0_1377, 0xBE54_66CF_34E9_0C6C],
      words: [
        0xA528_F454_03E6_1D95, 0x38C7_2DBD_566E_9788, 0xA5A1_610E_72FD_18B5,
        0x57BD_43B5_E52B_7FE6,
      ]),
  ]

  @Test("The words are those that the authors of Philox print", arguments: table)
  func knownAnswers(line: Line) {
    let counter = (line.counter[0], line.counter[1], line.counter[2], line.counter[3])
    let words = CounterGenerator.words(at: counter, key: (line.key[0], line.key[1]))
    #expect([words.0, words.1, words.2, words.3] == line.words)
  }
}
