import Comparators
import LookedAfter
import Reports

/// A place of which figures are published, as it was written.
struct PublishedPlace {
  let area: Area
  /// Its name, as answers write it.
  let name: String
  /// The authority; nil for England and regions.
  let authority: EnglishAuthority?
  /// The year asked for, or the newest.
  let year: Int
}

extension Phrase {
  /// Takes a name and a year behind it: the words up to one of `ends`. A year may be written with the
  /// month that it ends in, `march 2025`.
  ///
  /// - Parameters:
  ///   - ends: the words that end it.
  ///   - withs: how many times the word with is part of the name, though it is one of `ends`.
  /// - Throws: `GrammarError` when there is no name, or another month is named.
  mutating func nameAndYear(upTo ends: Set<String>, withs: Int = 0) throws(GrammarError) -> (
    String, year: Int?
  ) {
    var words: [String] = []
    var year: Int?
    var withs = withs
    while !isAtEnd {
      if ends.contains(where: { comes($0) }) {
        guard comes("with"), year == nil, withs > 0 else { break }
        withs -= 1
      }
      if !words.isEmpty, year == nil, let month = yearEnd() {
        guard month.month == 3 else { throw .notAYearEnd(month) }
        year = month.year
        continue
      }
      let word = self.word()
      if let number = Int(word), (1900...2200).contains(number), !words.isEmpty {
        year = number
      } else {
        words.append(word)
      }
    }
    guard !words.isEmpty else { throw missing("an authority") }
    return (words.joined(separator: " "), year)
  }

  /// Takes a month with its year, if one comes next.
  private mutating func yearEnd() -> Month? {
    var ahead = self
    guard let month = ahead.monthIfAny() else { return nil }
    // A month without its year, or a word such as latest, may be part of a name.
    var names = self
    guard MonthReader.number(ofMonthNamed: names.word()) != nil, Int(names.word()) != nil else {
      return nil
    }
    self = ahead
    return month
  }

  /// Takes an authority, a region or England, and a year behind it.
  ///
  /// - Throws: `GrammarError` without a name, `AuthorityError` for one that is none.
  mutating func place(
    upTo ends: Set<String> = [], in directory: ComparatorDirectory
  ) throws -> PublishedPlace {
    // A name may hold a with of its own: Blackburn with Darwen.
    if ends.contains("with") {
      var ahead = self
      if let place = try? ahead.place(upTo: ends, withs: 1, in: directory) {
        self = ahead
        return place
      }
    }
    return try place(upTo: ends, withs: 0, in: directory)
  }

  private mutating func place(
    upTo ends: Set<String>, withs: Int, in directory: ComparatorDirectory
  ) throws -> PublishedPlace {
    let (name, asked) = try nameAndYear(upTo: ends, withs: withs)
    let year = asked ?? directory.years.last ?? 0
    if let area = Area(named: name) {
      return PublishedPlace(area: area, name: area.key, authority: nil, year: year)
    }
    let authority = try directory.authority(name, in: year)
    return PublishedPlace(
      area: .authority(authority.code), name: authority.name, authority: authority, year: year)
  }
}

extension ComparatorDirectory {
  /// The authority that a person means in a year: one that has ended since, where it was there then.
  ///
  /// - Throws: `AuthorityError`.
  func authority(_ name: String, in year: Int) throws -> EnglishAuthority {
    let day = CivilDate(year: year, month: 3, day: 31)
    func wasThere(_ authority: EnglishAuthority) -> Bool {
      day.map { authority.isThere(on: $0) } ?? false
    }
    let found: EnglishAuthority
    do {
      found = try authorities.find(name)
    } catch {
      guard case .closed(let authority, _, _) = error, wasThere(authority) else { throw error }
      return authority
    }
    if wasThere(found) { return found }
    // Two authorities may have had one name, such as Dorset.
    let namesake = authorities.authorities.first { $0.name == found.name && wasThere($0) }
    return namesake ?? found
  }
}
