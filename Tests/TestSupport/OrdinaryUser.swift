import Glibc

/// Does something as a user who may only do what permissions allow.
///
/// Permissions do not hold the superuser back, and continuous integration often runs as the
/// superuser; the calling thread then takes the file rights of `nobody` meanwhile.
public func asOrdinaryUser<Result>(_ body: () throws -> Result) rethrows -> Result {
  guard geteuid() == 0 else { return try body() }
  setFileUser(65_534)
  defer { setFileUser(0) }
  return try body()
}

private func setFileUser(_ user: uid_t) {
  // The Glibc module does not hold sys/fsuid.h.
  guard let symbol = dlsym(nil, "setfsuid") else { return }
  typealias Function = @convention(c) (uid_t) -> CInt
  _ = unsafeBitCast(symbol, to: Function.self)(user)
}
