/// What joined returns are made of, as it comes out of a store.
struct StoredParts {
  var files: [FileReport] = []
  var years: [Int] = []
  var authorities: [String] = []
  var returns: [AuthorityReturns] = []
  var children: [Child] = []
  var episodes: [Episode] = []
  var periods: [CarePeriod] = []
  var faults: ContiguousArray<Fault> = []
  var rowCount = 0
  var removedCount = 0
  var removedUntil = Day.unknown
  var sources: [ReturnSource] = []
  var rows: RawRows?
  var kept: KeptFigures?
  var forgotten: Set<ForgottenMark> = []
  var plans: PlanFile?
}
