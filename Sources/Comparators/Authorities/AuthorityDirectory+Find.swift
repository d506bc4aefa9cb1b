import LookedAfter

extension AuthorityDirectory {
  /// Finds the authority that a person means.
  ///
  /// A code, a whole name and another name are looked for first, then a part of a name: at the
  /// beginning of a word before anywhere else, so that `hull` is not Solihull. Capitals and
  /// punctuation do not matter, nor do words such as `Council` or `London Borough of`. A name that
  /// a closed authority shares with one that is there today, such as Dorset, means the latter.
  ///
  /// - Throws: `AuthorityError` when no authority, several, or only a closed one is meant.
  public func find(_ text: String) throws(AuthorityError) -> EnglishAuthority {
    let forms = AuthorityName.forms(of: text)
    if let form = forms.first, let coded = authorities.first(where: { $0.hasCode(form) }) {
      return try requireOpen(coded)
    }
    for form in forms {
      let named = authorities.filter { $0.keys.contains(form) }
      if let authority = named.first(where: { !$0.isClosed }) ?? named.first {
        return try requireOpen(authority)
      }
    }
    for form in forms {
      for isPart in [AuthorityName.hasWord, AuthorityName.contains] {
        let named = authorities.filter { $0.keys.contains { isPart($0, form) } }
        let open = named.filter { !$0.isClosed }
        if open.count > 1 { throw .ambiguous(text, candidates: open) }
        if let authority = open.first ?? named.first { return try requireOpen(authority) }
      }
    }
    throw .unknown(text, nearest: nearest(to: forms))
  }

  private func requireOpen(
    _ authority: EnglishAuthority
  ) throws(AuthorityError) -> EnglishAuthority {
    guard let lastDay = authority.lastDay else { return authority }
    throw .closed(authority, lastDay: lastDay, successors: successors(of: authority))
  }

  /// The open authorities with a name, or a long word of a name, that is a slip or two away.
  private func nearest(to forms: [String]) -> [EnglishAuthority] {
    var owners: [String: [EnglishAuthority]] = [:]
    for authority in authorities where !authority.isClosed {
      let words = authority.keys.flatMap { $0.split(separator: " ") }
        .filter { $0.count > 3 && !AuthorityName.isCommon($0) }
      for name in Set(authority.keys + words.map(String.init)) {
        owners[name, default: []].append(authority)
      }
    }
    for form in forms.reversed() {
      let names = Nearest.names(to: form, among: owners.keys.sorted())
      let near = names.flatMap { owners[$0] ?? [] }
      let codes = Set(near.map(\.code))
      if !codes.isEmpty { return Array(authorities.filter { codes.contains($0.code) }.prefix(3)) }
    }
    return []
  }
}

extension EnglishAuthority {
  /// The name and the other names as they are compared.
  fileprivate var keys: [String] { ([name] + otherNames).map(AuthorityName.key) }

  fileprivate func hasCode(_ key: String) -> Bool {
    code == key || gssCode.lowercased() == key
  }
}
